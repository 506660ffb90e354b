/**
 * Grafana dashboards of one service. Values in, text out: nothing here asks a Grafana or
 * a Prometheus.
 */
@NullMarked
package dev.autometrics.dashboards;

import org.jspecify.annotations.NullMarked;
