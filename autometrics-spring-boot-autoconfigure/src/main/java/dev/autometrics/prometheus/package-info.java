/**
 * The client that asks a Prometheus over its HTTP API. It is sent queries that the
 * library has written, never one of a request.
 */
@NullMarked
package dev.autometrics.prometheus;

import org.jspecify.annotations.NullMarked;
