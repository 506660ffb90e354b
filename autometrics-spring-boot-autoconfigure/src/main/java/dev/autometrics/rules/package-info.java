/**
 * Prometheus rule files that watch objectives. Values in, text out: nothing here reads or
 * writes a file, or asks a Prometheus.
 */
@NullMarked
package dev.autometrics.rules;

import org.jspecify.annotations.NullMarked;
