/**
 * Files about an application that a team keeps beside its source: rules for Prometheus,
 * dashboards for Grafana and a page about the functions. Knows no Spring and no server.
 */
@NullMarked
package dev.autometrics.export;

import org.jspecify.annotations.NullMarked;
