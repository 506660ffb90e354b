/**
 * Text of queries and of links that open them. Values in, text out: nothing here asks a
 * Prometheus.
 */
@NullMarked
package dev.autometrics.promql;

import org.jspecify.annotations.NullMarked;
