/**
 * What this instance has counted since it started, kept in memory for the endpoint. The
 * metrics themselves live in the registry, not here.
 */
@NullMarked
package dev.autometrics.live;

import org.jspecify.annotations.NullMarked;
