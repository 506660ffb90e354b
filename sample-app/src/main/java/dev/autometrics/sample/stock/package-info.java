/**
 * What is in stock.
 */
@NullMarked
package dev.autometrics.sample.stock;

import org.jspecify.annotations.NullMarked;
