package dev.autometrics.autoconfigure;

import java.util.function.Consumer;

import dev.autometrics.explorer.PrometheusStatus;
import dev.autometrics.problems.Problem;
import dev.autometrics.problems.ProblemCode;
import dev.autometrics.problems.Problems;

/**
 * Reports a Prometheus that does not answer, once for each time that it is away.
 */
final class PrometheusOutages implements Consumer<PrometheusStatus> {

	private static final String PLACE = PrometheusSettings.QUERY_URL;

	private final Problems problems;

	PrometheusOutages(Problems problems) {
		this.problems = problems;
	}

	@Override
	public void accept(PrometheusStatus status) {
		switch (status.state()) {
			case UNREACHABLE -> report(status, "Start Prometheus, or set where this application reaches it.");
			case UNAUTHORIZED -> report(status, "Set 'autometrics.prometheus.username' and '.password', or "
					+ "'.bearer-token', to what it accepts.");
			case NOT_PROMETHEUS -> report(status, "Set the address of Prometheus, with its path prefix if it has one.");
			case OK, NO_SERIES -> this.problems.withdraw(ProblemCode.PROMETHEUS_UNAVAILABLE, PLACE);
			case NOT_CONFIGURED, UNKNOWN -> {
			}
		}
	}

	private void report(PrometheusStatus status, String fix) {
		this.problems.report(new Problem(
				ProblemCode.PROMETHEUS_UNAVAILABLE, PLACE, "Prometheus at " + status.url()
						+ " does not answer as it should: " + status.error() + ". Figures are those of this instance.",
				fix));
	}

}
