package dev.autometrics.autoconfigure;

import java.util.function.Supplier;

import dev.autometrics.explorer.FigureSource;
import dev.autometrics.explorer.PrometheusSource;
import dev.autometrics.explorer.PrometheusStatus;
import dev.autometrics.problems.Problems;
import dev.autometrics.prometheus.PrometheusClient;
import org.jspecify.annotations.Nullable;

/**
 * The figures that come from Prometheus, where there is one.
 *
 * @param source the figures, {@code null} for none
 * @param status how it stands with Prometheus
 */
record PrometheusFigures(@Nullable FigureSource source, Supplier<PrometheusStatus> status) {

	static PrometheusFigures of(PrometheusConnection connection, PrometheusSource.Settings settings,
			Problems problems) {
		PrometheusClient client = connection.client();
		if (client == null) {
			return new PrometheusFigures(null, () -> PrometheusStatus.NOT_CONFIGURED);
		}
		PrometheusSource source = new PrometheusSource(client, settings, new PrometheusOutages(problems));
		return new PrometheusFigures(source, source::status);
	}

}
