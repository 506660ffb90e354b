/**
 * Facts about functions and the names of their metrics. Nothing here records, and nothing
 * here knows Spring or Micrometer.
 */
@NullMarked
package dev.autometrics.model;

import org.jspecify.annotations.NullMarked;
