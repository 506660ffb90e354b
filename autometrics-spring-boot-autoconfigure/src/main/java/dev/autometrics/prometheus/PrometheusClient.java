package dev.autometrics.prometheus;

import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Asks a Prometheus. A request waits no longer than the timeout, for all of its queries
 * together; not at all when Prometheus did not answer a short time ago. At most four
 * queries are under way at a time. Safe for concurrent use, also by virtual threads.
 *
 * @since 0.1.0
 */
public final class PrometheusClient implements AutoCloseable {

	// One more is the query that finds out whether Prometheus answers. It never waits
	// behind slow ones, or they would look like an outage.
	private static final int MOST_IN_FLIGHT = 3;

	private final PrometheusTarget target;

	private final HttpTransport transport;

	private final ResponseReader reader;

	private final InFlight<HttpResponse<byte[]>> inFlight = new InFlight<>(MOST_IN_FLIGHT);

	private final InFlight<HttpResponse<byte[]>> checkInFlight = new InFlight<>(1);

	private final Answers answers;

	private final Outage outage;

	/**
	 * Create a client. It does nothing before it is asked.
	 * @param target where Prometheus is
	 * @param json what reads JSON, failing with a runtime exception
	 * @param clock what tells the time
	 */
	public PrometheusClient(PrometheusTarget target, Function<String, Map<String, Object>> json, InstantSource clock) {
		this.target = target;
		this.transport = new HttpTransport(target);
		this.reader = new ResponseReader(json);
		this.answers = new Answers(clock);
		this.outage = new Outage(clock);
	}

	/**
	 * Return where Prometheus is.
	 * @return the address that may be shown
	 */
	public String url() {
		return this.target.toString();
	}

	/**
	 * Return whether Prometheus answers, as far as it is known. Nothing is asked.
	 * @return the present state
	 */
	public PrometheusHealth health() {
		return this.outage.health();
	}

	/**
	 * Begin a request. Its check runs beside its queries where Prometheus has answered
	 * before, else alone and before them.
	 * @param check a cheap query that finds out whether there is a Prometheus
	 * @return a request that has the time of the timeout
	 * @throws PrometheusException if Prometheus does not answer
	 */
	public PrometheusRequest begin(PrometheusQuery check) {
		boolean probe = this.outage.enter();
		try {
			boolean healthy = this.outage.health().checkedAt() != null && !probe;
			PrometheusRequest request = new PrometheusRequest(this, this.target.timeout(), check);
			if (!healthy) {
				request.check();
			}
			return request;
		}
		finally {
			if (probe) {
				this.outage.leave();
			}
		}
	}

	CompletableFuture<List<PrometheusSeries>> startCheck(PrometheusQuery query) {
		return start(query, this.checkInFlight);
	}

	CompletableFuture<List<PrometheusSeries>> start(PrometheusQuery query) {
		return start(query, this.inFlight);
	}

	private CompletableFuture<List<PrometheusSeries>> start(PrometheusQuery query,
			InFlight<HttpResponse<byte[]>> limit) {
		return this.answers.get(query, (asked) -> {
			CompletableFuture<HttpResponse<byte[]>> response = limit.run(() -> this.transport.send(asked));
			CompletableFuture<List<PrometheusSeries>> answer = response.thenApply(this.reader::read);
			// To cancel what is derived does not cancel what it is derived from.
			InFlight.whenEnded(answer, (series, ex) -> response.cancel(true));
			return answer;
		});
	}

	Answers answers() {
		return this.answers;
	}

	Outage outage() {
		return this.outage;
	}

	/**
	 * End requests under way and release what they need.
	 */
	@Override
	public void close() {
		this.checkInFlight.cancelAll();
		this.inFlight.cancelAll();
		this.transport.close();
	}

}
