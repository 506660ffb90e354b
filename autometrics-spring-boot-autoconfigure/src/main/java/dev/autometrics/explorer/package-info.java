/**
 * What the Explorer shows: figures of functions, of objectives and of who calls whom,
 * from the memory of this instance or from Prometheus.
 */
@NullMarked
package dev.autometrics.explorer;

import org.jspecify.annotations.NullMarked;
