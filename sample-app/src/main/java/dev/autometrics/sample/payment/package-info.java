/**
 * Payments by a provider that is now and then slow, and now and then declines.
 */
@NullMarked
package dev.autometrics.sample.payment;

import org.jspecify.annotations.NullMarked;
