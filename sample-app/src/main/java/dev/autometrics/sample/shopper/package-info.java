/**
 * The load that the shop makes for itself.
 */
@NullMarked
package dev.autometrics.sample.shopper;

import org.jspecify.annotations.NullMarked;
