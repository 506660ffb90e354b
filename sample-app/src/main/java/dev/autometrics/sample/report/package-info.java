/**
 * Reports: one that is slow, one that nobody asks for.
 */
@NullMarked
package dev.autometrics.sample.report;

import org.jspecify.annotations.NullMarked;
