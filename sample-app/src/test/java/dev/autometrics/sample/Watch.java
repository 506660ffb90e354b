package dev.autometrics.sample;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Sends all queries of a function to a Prometheus, several times a second, and keeps the
 * answers.
 */
final class Watch implements AutoCloseable {

	private static final int PAUSE_IN_MILLIS = 200;

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();

	private final List<Poll> polls = new CopyOnWriteArrayList<>();

	private final List<Throwable> failures = new CopyOnWriteArrayList<>();

	private final PrometheusApi api;

	private final Map<String, String> queries;

	private final Future<?> polling;

	Watch(PrometheusApi api, Map<String, String> queries) {
		this.api = api;
		this.queries = queries;
		this.polling = this.executor.scheduleWithFixedDelay(this::poll, 0, PAUSE_IN_MILLIS, TimeUnit.MILLISECONDS);
	}

	private void poll() {
		double started = now();
		Map<String, List<Sample>> answers = new LinkedHashMap<>();
		this.queries.forEach((name, promql) -> {
			try {
				answers.put(name, this.api.query(promql));
			}
			catch (AssertionError | RuntimeException ex) {
				this.failures.add(ex);
			}
		});
		this.polls.add(new Poll(started, now(), answers));
	}

	static double now() {
		return System.currentTimeMillis() / 1000.0;
	}

	/**
	 * Wait until all queries have been sent some more times.
	 * @param times how many times
	 */
	void awaitPolls(int times) {
		int enough = this.polls.size() + times + 1;
		await().atMost(PATIENCE).until(() -> this.polls.size() >= enough || this.polling.isDone());
		assertThat(this.polling).isNotDone();
	}

	/**
	 * Return what there was within a time.
	 * @param from the start, in seconds since the epoch
	 * @param to the end
	 * @return the answers to questions that were all asked within the time
	 */
	List<Map<String, List<Sample>>> answersBetween(double from, double to) {
		return this.polls.stream()
			.filter((poll) -> poll.started() >= from && poll.ended() <= to)
			.map(Poll::answers)
			.toList();
	}

	List<Throwable> failures() {
		return this.failures;
	}

	@Override
	public void close() {
		this.executor.shutdownNow();
	}

	private record Poll(double started, double ended, Map<String, List<Sample>> answers) {

	}

}
