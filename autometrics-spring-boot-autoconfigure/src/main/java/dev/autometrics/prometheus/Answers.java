package dev.autometrics.prometheus;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Answers that may be used again for a short time, and those that are on their way, so
 * that nobody asks the same twice at a time. A few, the oldest are forgotten.
 */
final class Answers {

	private static final int MOST = 100;

	private static final int MOST_POINTS = 1_000_000;

	private final Map<PrometheusQuery, Entry> entries = new LinkedHashMap<>();

	private final InstantSource clock;

	Answers(InstantSource clock) {
		this.clock = clock;
	}

	synchronized CompletableFuture<List<PrometheusSeries>> get(PrometheusQuery query,
			Function<PrometheusQuery, CompletableFuture<List<PrometheusSeries>>> ask) {
		forgetOld();
		Entry known = this.entries.get(query);
		if (known != null) {
			return known.answer;
		}
		CompletableFuture<List<PrometheusSeries>> answer = ask.apply(query);
		this.entries.put(query, new Entry(answer, this.clock.instant().plus(query.keep())));
		return answer;
	}

	synchronized void forget(PrometheusQuery query) {
		this.entries.remove(query);
	}

	synchronized void put(PrometheusQuery query, CompletableFuture<List<PrometheusSeries>> answer, Duration keep) {
		this.entries.put(query, new Entry(answer, this.clock.instant().plus(keep)));
	}

	private void forgetOld() {
		Instant now = this.clock.instant();
		this.entries.values().removeIf((entry) -> entry.answer.isDone() && !now.isBefore(entry.until));
		long points = this.entries.values().stream().mapToLong(Entry::points).sum();
		Iterator<Entry> oldest = this.entries.values().iterator();
		for (int size = this.entries.size(); (size > MOST || points > MOST_POINTS) && oldest.hasNext(); size--) {
			points -= oldest.next().points();
			oldest.remove();
		}
	}

	private record Entry(CompletableFuture<List<PrometheusSeries>> answer, Instant until) {

		long points() {
			if (!this.answer.isDone() || this.answer.isCompletedExceptionally()) {
				return 0;
			}
			return this.answer.join().stream().mapToLong((series) -> series.points().size()).sum();
		}

	}

}
