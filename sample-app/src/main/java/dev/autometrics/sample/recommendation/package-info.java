/**
 * What other customers bought, as a stream.
 */
@NullMarked
package dev.autometrics.sample.recommendation;

import org.jspecify.annotations.NullMarked;
