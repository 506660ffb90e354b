package dev.autometrics.explorer;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.autometrics.Objective;
import dev.autometrics.explorer.TargetState.Burn;
import dev.autometrics.explorer.TargetState.State;
import dev.autometrics.explorer.TargetState.Target;
import dev.autometrics.explorer.TargetStates.Measured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link TargetStates}.
 */
class TargetStatesTests {

	private static final Target TARGET = new Target("success_rate", 99.9, null);

	private static final Duration MONTH = Duration.ofDays(30);

	@ParameterizedTest
	@CsvSource({ "0, 1, OK", "0.0001, 0.9, OK", "0.00075, 0.25, OK", "0.00076, 0.24, AT_RISK", "0.00099, 0.01, AT_RISK",
			"0.0011, -0.1, BREACHED", "1, -999, BREACHED" })
	void stateIsWhatTheBudgetLeaves(double badRatio, double left, State expected) {
		TargetState state = state(new Measured(81000.0, badRatio, MONTH), Map.of());

		assertThat(state.state()).isEqualTo(expected);
		assertThat(state.budgetRemaining()).isCloseTo(left, within(1e-9));
		assertThat(state.actualRatio()).isCloseTo(1 - badRatio, within(1e-9));
		assertThat(state.window()).isEqualTo(MONTH);
	}

	@Test
	void budgetThatIsSpentToTheLastCallIsBreached() {
		TargetState state = TargetStates.of("api", new Target("success_rate", 99, null),
				new Measured(1000.0, 0.01, MONTH), Map.of());

		assertThat(state.state()).isEqualTo(State.BREACHED);
		assertThat(state.budgetRemaining()).isEqualTo(0);
	}

	@ParameterizedTest
	@CsvSource({ "5m:0.0145 1h:0.0145, AT_RISK", "5m:0.0145 1h:0.0143, OK", "5m:0.0143 1h:0.0145, OK", "1h:0.5, OK",
			"30m:0.0061 6h:0.0061, AT_RISK", "2h:0.0031 1d:0.0031, AT_RISK", "6h:0.0011 3d:0.0011, AT_RISK",
			"6h:0.0009 3d:0.0011, OK" })
	void budgetThatIsSpentTooFastIsAtRisk(String badRatios, State expected) {
		Map<String, Double> byWindow = new LinkedHashMap<>();
		for (String entry : badRatios.split(" ", -1)) {
			byWindow.put(entry.split(":", -1)[0], Double.valueOf(entry.split(":", -1)[1]));
		}

		assertThat(state(new Measured(81000.0, 0.0001, MONTH), byWindow).state()).isEqualTo(expected);
	}

	@Test
	void burnRatesAreSharesOfTheBudget() {
		TargetState state = state(new Measured(81000.0, 0.0, MONTH), Map.of("5m", 0.0021));

		assertThat(state.burnRates()).extracting(Burn::window)
			.containsExactly("5m", "30m", "1h", "2h", "6h", "1d", "3d");
		assertThat(state.burnRates().get(0).rate()).isCloseTo(2.1, within(1e-9));
		assertThat(state.burnRates().subList(1, 7)).extracting(Burn::rate).containsOnlyNulls();
	}

	@ParameterizedTest
	@CsvSource({ "999, TOO_FEW_CALLS", "1000, OK", "0, TOO_FEW_CALLS", "1, TOO_FEW_CALLS" })
	void oneBadCallMustNotSpendTheBudget(double calls, State expected) {
		assertThat(state(new Measured(calls, 0.0, MONTH), Map.of()).state()).isEqualTo(expected);
	}

	@Test
	void fewCallsTellNeitherBudgetNorBurnRates() {
		TargetState state = state(new Measured(12.0, 0.5, MONTH), Map.of("5m", 0.5));

		assertThat(state.state()).isEqualTo(State.TOO_FEW_CALLS);
		assertThat(state.calls()).isEqualTo(12);
		assertThat(state.actualRatio()).isEqualTo(0.5);
		assertThat(state.budgetRemaining()).isNull();
		assertThat(state.burnRates()).hasSize(7).extracting(Burn::rate).containsOnlyNulls();
	}

	@Test
	void noCallsTellNothing() {
		TargetState state = state(new Measured(null, null, MONTH), Map.of());

		assertThat(state.state()).isEqualTo(State.TOO_FEW_CALLS);
		assertThat(state.actualRatio()).isNull();
	}

	@Test
	void objectiveHasOneOrTwoTargets() {
		Objective both = Objective.ofSuccessRate("api", 99.9).withLatency(Duration.ofMillis(250), 99);

		assertThat(TargetStates.targets(both)).containsExactly(TARGET, new Target("latency", 99, 0.25));
		assertThat(TargetStates.targets(Objective.ofSuccessRate("api", 99.9))).containsExactly(TARGET);
	}

	private static TargetState state(Measured measured, Map<String, Double> badRatios) {
		return TargetStates.of("api", TARGET, measured, badRatios);
	}

}
