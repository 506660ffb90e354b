package dev.autometrics.explorer;

import java.time.Duration;
import java.util.List;
import java.util.TreeSet;

import dev.autometrics.Objective;
import dev.autometrics.Result;
import dev.autometrics.explorer.FunctionSeries.Kind;
import dev.autometrics.explorer.TargetState.Burn;
import dev.autometrics.explorer.TargetState.State;
import dev.autometrics.live.CallHistory;
import dev.autometrics.live.FunctionFigures;
import dev.autometrics.live.LiveFigures;
import dev.autometrics.live.MovableClock;
import dev.autometrics.model.FunctionCatalog;
import dev.autometrics.model.FunctionId;
import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.model.Objectives;
import dev.autometrics.model.ResultSettings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link LiveSource}.
 */
class LiveSourceTests {

	private static final FunctionId PLACE = new FunctionId("com.acme.Orders", "place");

	private static final FunctionId CHARGE = new FunctionId("com.acme.Payments", "charge");

	private static final Duration INTERVAL = Duration.ofSeconds(10);

	private static final long QUICK = 1_000_000;

	private static final long SLOW = 60_000_000;

	private final MovableClock clock = new MovableClock();

	private final LiveFigures figures = new LiveFigures(this.clock);

	private final FunctionCatalog catalog = new FunctionCatalog();

	private final CallHistory history = history();

	private final LiveSource source = new LiveSource(this.catalog, this.figures, this.history,
			new Objectives(List.of(Objective.ofSuccessRate("api", 90).withLatency(Duration.ofMillis(50), 80),
					Objective.ofSuccessRate("unused", 99))));

	private CallHistory history() {
		for (FunctionId id : List.of(PLACE, CHARGE)) {
			this.catalog.add(new InstrumentedFunction(id, id.function() + "()", "api", false, ResultSettings.DEFAULT,
					new TreeSet<>()));
		}
		this.figures.detail(new LiveFigures.Details((id) -> new long[] { 10_000_000, 50_000_000, 100_000_000 }, 9));
		return new CallHistory(this.figures, new CallHistory.Settings(Duration.ofMinutes(15), INTERVAL));
	}

	@Test
	void rowsTellTheLastMinute() {
		call(PLACE, 100, Result.ERROR, SLOW);
		tick(10);
		call(PLACE, 45, Result.OK, QUICK);
		call(PLACE, 15, Result.ERROR, SLOW);
		tick(1);

		FunctionRow row = this.source.functions(TimeRange.MINUTES_15).get(0);

		assertThat(row).isEqualTo(new FunctionRow(PLACE, 1.0, 0.25, row.latency(), 0L, 160L, 115L, row.trend()));
		assertThat(row.latency().p50()).isCloseTo(0.01 * 30 / 45, within(1e-9));
		assertThat(row.latency().p95()).isCloseTo(0.09, within(1e-9));
		assertThat(row.latency().p99()).isCloseTo(0.098, within(1e-9));
		assertThat(row.trend()).startsWith(100, 0).endsWith(0, 60);
	}

	@Test
	void rowOfAFunctionThatWasNeverCalledKnowsNothing() {
		tick(3);

		assertThat(this.source.functions(TimeRange.MINUTES_15).get(1))
			.isEqualTo(new FunctionRow(CHARGE, null, null, Percentiles.UNKNOWN, 0L, 0L, 0L, List.of()));
	}

	@Test
	void rowOfAFunctionThatIsNotCalledNowHasNoPercentiles() {
		call(PLACE, 1, Result.OK, QUICK);
		tick(20);

		FunctionRow row = this.source.functions(TimeRange.MINUTES_15).get(0);

		assertThat(row.requestRate()).isZero();
		assertThat(row.errorRatio()).isNull();
		assertThat(row.latency()).isEqualTo(Percentiles.UNKNOWN);
	}

	@Test
	void seriesHaveColumnsOfTheSameLengthWithGaps() {
		call(PLACE, 20, Result.OK, QUICK);
		tick(1);
		this.clock.move(Duration.ofHours(1));
		this.history.sample();
		tick(1);

		FunctionSeries series = this.source.series(PLACE, TimeRange.DAY);

		assertThat(series.times()).hasSize(3);
		assertThat(series.step()).isEqualTo(INTERVAL);
		assertThat(series.values()).containsOnlyKeys(Kind.values());
		assertThat(series.values().values()).allSatisfy((column) -> assertThat(column).hasSize(3));
		assertThat(series.values().get(Kind.OK)).containsExactly(2.0, null, 0.0);
		assertThat(series.values().get(Kind.ERROR_RATIO)).containsExactly(0.0, null, null);
		assertThat(series.values().get(Kind.P50)).containsExactly(0.005, null, null);
		assertThat(series.values().get(Kind.CONCURRENT)).containsExactly(0.0, null, 0.0);
	}

	@Test
	void edgesTellCallersWithTheirErrors() {
		call(PLACE, 3, Result.OK, QUICK);
		end(CHARGE, PLACE, Result.OK, QUICK);
		end(CHARGE, PLACE, Result.ERROR, QUICK);
		tick(1);

		assertThat(this.source.calls(TimeRange.MINUTES_15)).containsExactly(new CallEdge(null, PLACE, 0.3, 0.0),
				new CallEdge(PLACE, CHARGE, 0.2, 0.5));
	}

	@Test
	void objectivesCountTheCallsOfAllTheirFunctionsSinceTheStart() {
		call(PLACE, 60, Result.OK, QUICK);
		call(CHARGE, 38, Result.OK, SLOW);
		call(CHARGE, 2, Result.ERROR, SLOW);
		tick(100);
		call(PLACE, 19, Result.OK, QUICK);
		call(PLACE, 1, Result.ERROR, QUICK);
		tick(1);

		List<TargetState> states = this.source.objectives();

		assertThat(states).extracting(TargetState::objective).containsExactly("api", "api", "unused");
		assertThat(states.get(0).calls()).isEqualTo(120);
		assertThat(states.get(0).actualRatio()).isCloseTo(117 / 120.0, within(1e-9));
		assertThat(states.get(0).budgetRemaining()).isCloseTo(0.75, within(1e-9));
		assertThat(states.get(0).state()).isEqualTo(State.OK);
		assertThat(states.get(0).window()).isNull();
		assertThat(burn(states.get(0), "5m")).isCloseTo(0.5, within(1e-9));
		assertThat(burn(states.get(0), "30m")).isNull();
		assertThat(states.get(1).actualRatio()).isCloseTo(80 / 120.0, within(1e-9));
		assertThat(states.get(1).state()).isEqualTo(State.BREACHED);
		assertThat(burn(states.get(1), "5m")).isZero();
		assertThat(states.get(2).state()).isEqualTo(State.TOO_FEW_CALLS);
		assertThat(states.get(2).budgetRemaining()).isNull();
	}

	private static Double burn(TargetState state, String window) {
		return state.burnRates()
			.stream()
			.filter((burn) -> burn.window().equals(window))
			.findFirst()
			.map(Burn::rate)
			.orElse(null);
	}

	private void call(FunctionId function, int times, Result result, long nanos) {
		for (int i = 0; i < times; i++) {
			end(function, null, result, nanos);
		}
	}

	private void end(FunctionId function, FunctionId caller, Result result, long nanos) {
		FunctionFigures figures = this.figures.of(function);
		figures.start();
		figures.end(caller, result, nanos);
	}

	private void tick(int times) {
		for (int i = 0; i < times; i++) {
			this.clock.move(INTERVAL);
			this.history.sample();
		}
	}

}
