/**
 * Carts and orders.
 */
@NullMarked
package dev.autometrics.sample.order;

import org.jspecify.annotations.NullMarked;
