/**
 * What is not measured, and why: a code, a place, a sentence and a fix. What finds the
 * problems is elsewhere, next to what it looks at.
 */
@NullMarked
package dev.autometrics.problems;

import org.jspecify.annotations.NullMarked;
