/**
 * What a measured call costs, beside the same written by hand and beside Micrometer's
 * annotations. Never published, and no test judges a time.
 */
@NullMarked
package dev.autometrics.benchmarks;

import org.jspecify.annotations.NullMarked;
