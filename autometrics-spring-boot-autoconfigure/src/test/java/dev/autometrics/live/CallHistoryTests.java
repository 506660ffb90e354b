package dev.autometrics.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.autometrics.Result;
import dev.autometrics.model.FunctionId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CallHistory} and {@link FunctionFigures} with details.
 */
class CallHistoryTests {

	private static final FunctionId PLACE = new FunctionId("com.acme.Orders", "place");

	private static final FunctionId CART = new FunctionId("com.acme.Cart", "checkout");

	private static final Duration INTERVAL = Duration.ofSeconds(10);

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private static final Duration ALL = Duration.ofMinutes(15);

	private static final long QUICK = 1_000_000;

	private static final long SLOW = 60_000_000;

	private final MovableClock clock = new MovableClock();

	private final LiveFigures figures = new LiveFigures(this.clock);

	private final CallHistory history = history(ALL);

	private CallHistory history(Duration length) {
		this.figures.detail(new LiveFigures.Details((id) -> new long[] { 10_000_000, 100_000_000 }, 2));
		return new CallHistory(this.figures, new CallHistory.Settings(length, INTERVAL));
	}

	@Test
	void windowHasTheNewestSamplesAndThePresent() {
		call(9, null, Result.OK, QUICK);
		tick();
		for (int i = 0; i < 6; i++) {
			call(2, null, Result.ERROR, SLOW);
			tick();
		}
		call(4, null, Result.OK, QUICK);
		this.clock.move(Duration.ofSeconds(5));

		CallWindow window = this.history.window(PLACE, MINUTE);

		assertThat(window.seconds()).isEqualTo(65);
		assertThat(window.calls()).isEqualTo(16);
		assertThat(window.errors()).isEqualTo(12);
		assertThat(window.rate()).isEqualTo(16 / 65.0);
		assertThat(window.errorRatio()).isEqualTo(0.75);
		assertThat(window.durations().slowerThan(10_000_000)).isEqualTo(12);
	}

	@Test
	void windowIsOfWhatIsKnownWhenTheHistoryIsShort() {
		call(30, null, Result.OK, QUICK);
		tick();

		assertThat(this.history.window(PLACE, MINUTE).seconds()).isEqualTo(10);
		assertThat(this.history.window(PLACE, MINUTE).rate()).isEqualTo(3);
	}

	@Test
	void rateOfNoTimeIsUnknown() {
		call(30, null, Result.OK, QUICK);

		assertThat(this.history.window(PLACE, MINUTE).rate()).isNull();
		assertThat(this.history.window(CART, MINUTE).errorRatio()).isNull();
	}

	@Test
	void withoutHistoryEverythingSinceTheStartCounts() {
		CallHistory none = history(Duration.ZERO);
		this.clock.move(Duration.ofHours(1));
		call(36, CART, Result.OK, QUICK);
		none.sample();
		this.clock.move(Duration.ofHours(1));

		assertThat(none.window(PLACE, MINUTE).rate()).isEqualTo(36 / 7200.0);
		assertThat(none.callers(PLACE, MINUTE)).containsExactly(new CallerWindow(CART, 7200, 36, 0));
		assertThat(none.samples(PLACE, ALL)).isEmpty();
		assertThat(none.trend(PLACE, ALL, 20)).isEmpty();
	}

	@Test
	void samplesTellRatesAndCallsUnderWay() {
		tick();
		this.figures.of(PLACE).start();
		call(3, null, Result.OK, QUICK);
		call(1, null, Result.ERROR, QUICK);
		tick();

		List<CallSample> samples = this.history.samples(PLACE, ALL);

		assertThat(samples).extracting((sample) -> sample.window().calls()).containsExactly(0L, 4L);
		assertThat(samples).extracting((sample) -> sample.window().errors()).containsExactly(0L, 1L);
		assertThat(samples).extracting(CallSample::concurrent).containsExactly(0, 1);
		assertThat(samples.get(1).at()).isEqualTo(this.clock.instant());
	}

	@Test
	void forgetsWhatIsOlderThanTheHistory() {
		for (int i = 1; i <= 200; i++) {
			call(i, null, Result.OK, QUICK);
			tick();
		}

		List<CallSample> samples = this.history.samples(PLACE, Duration.ofHours(1));

		assertThat(samples).hasSize(90);
		assertThat(samples.get(0).window().calls()).isEqualTo(111);
		assertThat(samples.get(89).window().calls()).isEqualTo(200);
	}

	@Test
	void suspendedMachineLeavesAGap() {
		call(5, null, Result.OK, QUICK);
		tick();
		this.clock.move(Duration.ofHours(8));
		call(7, null, Result.OK, QUICK);
		this.history.sample();
		call(2, null, Result.OK, QUICK);
		tick();

		assertThat(this.history.samples(PLACE, Duration.ofDays(1))).extracting((sample) -> sample.window().seconds())
			.containsExactly(10.0, 0.0, 10.0);
		assertThat(this.history.trend(PLACE, Duration.ofDays(1), 20)).containsExactly(0.5, null, 0.2);
		assertThat(this.history.window(PLACE, ALL).rate()).isEqualTo(0.2);
		assertThat(this.figures.of(PLACE).calls()).isEqualTo(14);
	}

	@Test
	void startsAgainWhenTheClockIsSetBack() {
		call(5, null, Result.OK, QUICK);
		tick();
		this.clock.move(Duration.ofHours(-1));
		call(5, null, Result.OK, QUICK);
		this.history.sample();
		call(3, null, Result.OK, QUICK);
		tick();

		assertThat(this.history.samples(PLACE, Duration.ofDays(1))).extracting((sample) -> sample.window().calls())
			.last()
			.isEqualTo(3L);
		assertThat(this.history.samples(PLACE, Duration.ofDays(1))).extracting(CallSample::at).isSorted();
		assertThat(this.history.window(PLACE, ALL).rate()).isEqualTo(0.3);
	}

	@Test
	void trendHasAFewValuesThatStayTheSame() {
		List<Double> before = List.of();
		for (int i = 0; i < 300; i++) {
			call(i % 7, null, Result.OK, QUICK);
			tick();
			before = this.history.trend(PLACE, ALL, 20);
			assertThat(before).hasSizeLessThanOrEqualTo(20);
		}
		tick();

		assertThat(this.history.trend(PLACE, ALL, 20)).containsAll(before.subList(2, before.size() - 2));
	}

	@Test
	void callersBeyondTheLimitCountWithoutOne() {
		call(1, null, Result.OK, QUICK);
		call(2, CART, Result.ERROR, QUICK);
		call(3, new FunctionId("com.acme.Two", "two"), Result.OK, QUICK);
		call(4, new FunctionId("com.acme.Three", "three"), Result.OK, QUICK);
		call(1, new FunctionId("com.acme.Cart", "checkout"), Result.OK, QUICK);
		tick();

		assertThat(this.history.callers(PLACE, MINUTE)).containsExactly(new CallerWindow(null, 10, 5, 0),
				new CallerWindow(CART, 10, 3, 2), new CallerWindow(new FunctionId("com.acme.Two", "two"), 10, 3, 0));
	}

	@Test
	void memoryIsThatOfFunctionsThatWereCalled() {
		for (int i = 0; i < 500; i++) {
			this.figures.of(new FunctionId("com.acme.Orders", "place" + i));
		}
		call(1, null, Result.OK, QUICK);
		tick();

		assertThat(this.history.sampledFunctions()).isOne();
	}

	@Test
	void callsBeforeDetailsAreInTheSums() {
		LiveFigures late = new LiveFigures(this.clock);
		FunctionFigures place = late.of(PLACE);
		end(place, null, Result.ERROR, QUICK);
		late.detail(new LiveFigures.Details((id) -> new long[] { 10_000_000 }, 2));
		end(place, null, Result.OK, QUICK);

		assertThat(place.calls()).isEqualTo(2);
		assertThat(place.errors()).isOne();
		assertThat(place.concurrent()).isZero();
		assertThat(new CallHistory(late, this.history.settings()).durations(PLACE).calls()).isOne();
	}

	@Test
	void noCallIsLostWhileOthersRead() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(4);
		List<Future<?>> calls = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			FunctionId caller = (i % 2 == 0) ? CART : null;
			calls.add(threads.submit(() -> call(20_000, caller, Result.OK, QUICK)));
		}
		while (!calls.stream().allMatch(Future::isDone)) {
			tick();
			this.history.window(PLACE, ALL);
		}
		for (Future<?> call : calls) {
			call.get();
		}
		threads.shutdown();
		this.history.sample();

		assertThat(this.figures.of(PLACE).calls()).isEqualTo(80_000);
		assertThat(this.history.durations(PLACE).calls()).isEqualTo(80_000);
		assertThat(this.figures.of(PLACE).concurrent()).isZero();
		assertThat(this.history.callers(PLACE, Duration.ofDays(9))).hasSize(2);
	}

	private void call(int times, FunctionId caller, Result result, long nanos) {
		for (int i = 0; i < times; i++) {
			end(this.figures.of(PLACE), caller, result, nanos);
		}
	}

	private static void end(FunctionFigures figures, FunctionId caller, Result result, long nanos) {
		figures.start();
		figures.end(caller, result, nanos);
	}

	private void tick() {
		this.clock.move(INTERVAL);
		this.history.sample();
	}

}
