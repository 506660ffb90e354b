package dev.autometrics.sample;

/**
 * Skips a test, or fails it, for want of a Pushgateway.
 */
final class PushgatewayCondition extends PrometheusCondition {

	PushgatewayCondition() {
		this(PrometheusBinary.pushgateway(), PrometheusCondition.skipsForbidden());
	}

	PushgatewayCondition(PrometheusBinary binary, boolean skipsForbidden) {
		super(binary, skipsForbidden, "prometheus-pushgateway");
	}

}
