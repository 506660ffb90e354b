package dev.autometrics.live;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;

import dev.autometrics.Result;
import dev.autometrics.model.FunctionId;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HistorySampler}.
 */
class HistorySamplerTests {

	private static final FunctionId PLACE = new FunctionId("com.acme.Orders", "place");

	private final LiveFigures figures = new LiveFigures(InstantSource.system());

	@Test
	void takesSamplesUntilItIsClosed() {
		CallHistory history = history(Duration.ofMinutes(1));
		try (HistorySampler sampler = new HistorySampler(history)) {
			sampler.start();
			sampler.start();

			Awaitility.await().until(() -> history.samples(PLACE, Duration.ofMinutes(1)).size() > 1);
			assertThat(threads()).singleElement().satisfies((thread) -> {
				assertThat(thread.isDaemon()).isTrue();
				assertThat(thread.getContextClassLoader()).isNull();
			});
		}

		assertThat(threads()).isEmpty();
	}

	@Test
	void hasNoThreadWithoutHistory() {
		try (HistorySampler sampler = new HistorySampler(history(Duration.ZERO))) {
			sampler.start();

			assertThat(threads()).isEmpty();
		}
	}

	private CallHistory history(Duration length) {
		this.figures.detail(new LiveFigures.Details((id) -> new long[] { 1 }, 1));
		this.figures.of(PLACE).end(null, Result.OK, 1);
		return new CallHistory(this.figures, new CallHistory.Settings(length, Duration.ofMillis(1)));
	}

	private static Collection<Thread> threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().equals("autometrics-history"))
			.toList();
	}

}
