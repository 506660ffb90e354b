package dev.autometrics.prometheus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.autometrics.prometheus.PrometheusException.Kind;

/**
 * Queries that belong together and share the time that there is to answer them. Of one
 * thread.
 *
 * @since 0.1.0
 */
public final class PrometheusRequest {

	private static final Duration KEEP_SLOW = Duration.ofSeconds(60);

	private final PrometheusClient client;

	private final Duration timeout;

	private final long deadline;

	private final PrometheusQuery check;

	private final CompletableFuture<List<PrometheusSeries>> checked;

	PrometheusRequest(PrometheusClient client, Duration timeout, PrometheusQuery check) {
		this.client = client;
		this.timeout = timeout;
		this.deadline = System.nanoTime() + timeout.toNanos();
		this.check = check;
		this.checked = client.startCheck(check);
	}

	/**
	 * Return the answer to the check.
	 * @return the answer
	 * @throws PrometheusException if Prometheus does not answer
	 */
	public PrometheusAnswer check() {
		try {
			PrometheusAnswer answer = await(this.checked);
			this.client.outage().answered();
			return answer;
		}
		catch (PrometheusException ex) {
			giveUp(List.of(this.check), List.of(this.checked), ex);
			throw ex;
		}
	}

	/**
	 * Ask queries at the same time.
	 * @param queries the queries
	 * @return the answers in their order; a query that is refused or slow by itself does
	 * not spoil the others
	 * @throws PrometheusException if Prometheus does not answer
	 */
	public List<PrometheusAnswer> ask(List<PrometheusQuery> queries) {
		List<CompletableFuture<List<PrometheusSeries>>> started = queries.stream().map(this.client::start).toList();
		try {
			check();
			List<PrometheusAnswer> answers = new ArrayList<>();
			for (int i = 0; i < queries.size(); i++) {
				answers.add(awaitChecked(queries.get(i), started.get(i)));
			}
			return List.copyOf(answers);
		}
		catch (PrometheusException ex) {
			giveUp(queries, started, ex);
			throw ex;
		}
	}

	// A query that is slow by itself is no outage: Prometheus has just answered another.
	private PrometheusAnswer awaitChecked(PrometheusQuery query, CompletableFuture<List<PrometheusSeries>> answer) {
		try {
			return await(answer);
		}
		catch (PrometheusException ex) {
			if (ex.kind() != Kind.TIMEOUT) {
				throw ex;
			}
			PrometheusException slow = new PrometheusException(Kind.QUERY,
					"It takes longer than " + Failures.seconds(this.timeout) + " to answer what was asked");
			answer.cancel(true);
			this.client.answers().put(query, CompletableFuture.failedFuture(slow), KEEP_SLOW);
			return new PrometheusAnswer(null, slow);
		}
	}

	private PrometheusAnswer await(CompletableFuture<List<PrometheusSeries>> answer) {
		try {
			long left = Math.max(0, this.deadline - System.nanoTime());
			return new PrometheusAnswer(answer.get(left, TimeUnit.NANOSECONDS), null);
		}
		catch (ExecutionException | CancellationException | TimeoutException ex) {
			PrometheusException failure = Failures.of(ex, this.timeout);
			if (failure.kind().isOutage()) {
				throw failure;
			}
			return new PrometheusAnswer(null, failure);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new PrometheusException(Kind.QUERY, "Nobody waits for the answer", ex);
		}
	}

	private void giveUp(List<PrometheusQuery> queries, List<CompletableFuture<List<PrometheusSeries>>> started,
			PrometheusException ex) {
		if (ex.kind().isOutage()) {
			this.client.outage().failed(ex);
		}
		started.forEach((answer) -> answer.cancel(true));
		queries.forEach(this.client.answers()::forget);
	}

}
