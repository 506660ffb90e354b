package dev.autometrics.explorer;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.autometrics.explorer.PrometheusStatus.State;
import dev.autometrics.prometheus.PrometheusClient;
import dev.autometrics.prometheus.PrometheusException;
import dev.autometrics.prometheus.PrometheusHealth;
import dev.autometrics.prometheus.PrometheusQuery;
import dev.autometrics.prometheus.PrometheusRequest;
import dev.autometrics.prometheus.PrometheusSeries;
import dev.autometrics.promql.ServiceQueries;
import org.jspecify.annotations.Nullable;

/**
 * Asks Prometheus for figures of one service, and knows how it stands with it.
 */
final class PrometheusAccess {

	private final PrometheusClient client;

	private final PrometheusQuery instances;

	private final String noSeriesError;

	private final Consumer<PrometheusStatus> listener;

	private volatile boolean withoutSeries;

	private volatile @Nullable String refused;

	PrometheusAccess(PrometheusClient client, ServiceQueries queries, Consumer<PrometheusStatus> listener) {
		this.client = client;
		this.instances = PrometheusQuery.check(queries.instances());
		this.noSeriesError = "It has no " + queries.calls();
		this.listener = listener;
	}

	/**
	 * Ask a question of one request or several queries.
	 * @param <T> the type of the answer
	 * @param question what is asked
	 * @return the answer
	 * @throws FiguresUnavailableException if Prometheus does not answer, or knows nothing
	 * of the service
	 */
	<T> T ask(Function<PrometheusRequest, T> question) {
		try {
			PrometheusRequest request = this.client.begin(this.instances);
			T answer = question.apply(request);
			this.withoutSeries = request.check().series().isEmpty();
			this.refused = null;
			if (this.withoutSeries) {
				throw new FiguresUnavailableException(this.noSeriesError, null);
			}
			return answer;
		}
		catch (PrometheusException ex) {
			// Whether there are series is not known.
			this.withoutSeries = false;
			this.refused = ex.kind().isOutage() ? null : ex.getMessage();
			throw new FiguresUnavailableException(String.valueOf(ex.getMessage()), ex);
		}
		finally {
			this.listener.accept(status());
		}
	}

	static @Nullable Integer instances(PrometheusRequest request) {
		List<PrometheusSeries> series = request.check().series();
		Double count = series.isEmpty() ? null : series.get(0).value();
		return (count != null) ? count.intValue() : null;
	}

	PrometheusStatus status() {
		PrometheusHealth health = this.client.health();
		State state = state(health);
		return new PrometheusStatus(state, this.client.url(), error(state, health), health.checkedAt(),
				health.retryAt());
	}

	private State state(PrometheusHealth health) {
		PrometheusException.Kind failure = health.failure();
		if (failure != null) {
			return switch (failure) {
				case UNAUTHORIZED -> State.UNAUTHORIZED;
				case NOT_PROMETHEUS -> State.NOT_PROMETHEUS;
				default -> State.UNREACHABLE;
			};
		}
		if (health.checkedAt() == null) {
			return State.UNKNOWN;
		}
		return this.withoutSeries ? State.NO_SERIES : State.OK;
	}

	private @Nullable String error(State state, PrometheusHealth health) {
		return switch (state) {
			case NO_SERIES -> this.noSeriesError;
			case OK -> this.refused;
			default -> health.error();
		};
	}

}
