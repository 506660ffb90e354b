package dev.autometrics.sample;

/**
 * Skips a test, or fails it, for want of promtool.
 */
final class PromtoolCondition extends PrometheusCondition {

	PromtoolCondition() {
		super(PrometheusBinary.promtool(), PrometheusCondition.skipsForbidden());
	}

}
