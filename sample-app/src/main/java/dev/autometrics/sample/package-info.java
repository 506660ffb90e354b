/**
 * A small shop whose functions are measured, and that buys from itself so that there is
 * something to see.
 */
@NullMarked
package dev.autometrics.sample;

import org.jspecify.annotations.NullMarked;
