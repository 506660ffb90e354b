package dev.autometrics.sample;

import java.util.List;

import dev.autometrics.Objective;
import dev.autometrics.model.Objectives;
import dev.autometrics.rules.RuleFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of what the generated rules make of days.
 */
@RequiresPromtool
@TestInstance(Lifecycle.PER_CLASS)
class ObjectiveBudgetTests {

	private static final int HOUR = 60;

	private static final int DAY = 24 * HOUR;

	private final List<Situation> situations = List.of(
			Situation.failures("1.1 % fail for days", "99", new Calls().good(DAY, 600).bad(3 * DAY, 600, 0.011))
				.opensTicketWithin(2 * DAY + 18 * HOUR)
				.neverPages(),
			Situation.failures("0.9 % fail for 3.5 days", "99", new Calls().bad(7 * DAY / 2, 1000, 0.009))
				.neverOpensTicket()
				.neverPages(),
			Situation.failures("0.5 % fail for 12 hours", "99", new Calls().good(DAY, 600).bad(DAY / 2, 600, 0.005))
				.neverOpensTicket()
				.neverPages(),
			Situation
				.failures("20 % fail for an hour", "99",
						new Calls().good(3 * DAY, 600).bad(HOUR, 600, 0.2).good(DAY, 600))
				.hasBudgetLeft(HOUR, 0.72, 0.88)
				.hasBudgetLeft(HOUR + DAY - 1, 0.78, 0.80),
			Situation.successes("no series of failures", "99", new Calls().good(DAY, 600)).hasBudgetLeft(DAY, 1, 1),
			Situation.failures("half of the few fail at night", "99", nights()).hasBudgetLeft(3 * DAY / 2, 0.82, 0.85));

	private final RuleSimulation simulation = RuleSimulation.run(
			List.of(new RuleFile("shop", new Objectives(List.of(Objective.ofSuccessRate("api", 99))))), "2m",
			this.situations);

	@ParameterizedTest
	@MethodSource("situations")
	void isAsExpected(Situation situation) {
		assertThat(this.simulation.failures(situation)).isEmpty();
	}

	@Test
	void allAreAsExpectedAndNoRuleFails() {
		assertThat(this.simulation.promtool().exitCode()).as(this.simulation.promtool().output()).isZero();
	}

	List<Situation> situations() {
		return this.situations;
	}

	private static Calls nights() {
		Calls calls = new Calls();
		for (int day = 0; day < 2; day++) {
			calls.good(DAY / 2, 600).bad(DAY / 2, 2, 0.5);
		}
		return calls;
	}

}
