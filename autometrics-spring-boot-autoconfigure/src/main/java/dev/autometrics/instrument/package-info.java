/**
 * Recording of calls: who calls, how long it takes, how it ends, and the meters that this
 * is written to. Knows Micrometer and the API of OpenTelemetry, but not Spring.
 */
@NullMarked
package dev.autometrics.instrument;

import org.jspecify.annotations.NullMarked;
