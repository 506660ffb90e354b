package dev.autometrics.sample;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import dev.autometrics.Objective;
import dev.autometrics.model.Objectives;
import dev.autometrics.rules.RuleFile;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the generated rules over a hundred instances.
 */
@RequiresPromtool
class ObjectiveFleetTests {

	private static final int INSTANCES = 100;

	private static final int BAD = 20;

	private static final int DYING = 50;

	@Test
	void alertsCountOverAllInstances() {
		List<Situation> situations = List.of(
				fleet("20 of 100 fail for 90 minutes",
						(number) -> (number < BAD) ? steady().bad(90, 6, 1).good(75, 6) : steady().good(165, 6))
					.pagesWithin(46)
					.opensTicketWithin(22)
					.isSilentWithin(1),
				fleet("one of 100 fails a little",
						(number) -> (number == 0) ? steady().bad(90, 6, 0.5).good(75, 6) : steady().good(165, 6))
					.neverPages()
					.neverOpensTicket(),
				fleet("half of them die",
						(number) -> (number < DYING) ? steady().good(165, 6) : new Calls().good(300, 6))
					.neverPages()
					.neverOpensTicket(),
				fleet("each restarts in its turn",
						(number) -> new Calls().good(300 + number, 6).restart().good(225 - number, 6))
					.neverPages()
					.neverOpensTicket());

		RuleSimulation simulation = RuleSimulation.run(
				List.of(new RuleFile("shop", new Objectives(List.of(Objective.ofSuccessRate("any", 99))))), "30s",
				situations);

		assertThat(situations).allSatisfy((situation) -> assertThat(simulation.failures(situation)).isEmpty());
		assertThat(simulation.promtool().exitCode()).as(simulation.promtool().output()).isZero();
	}

	private static Calls steady() {
		return new Calls().good(360, 6);
	}

	private static Situation fleet(String name, IntFunction<Calls> calls) {
		Situation fleet = instance(name, 0, calls);
		IntStream.range(1, INSTANCES).forEach((number) -> fleet.beside(instance(name, number, calls)));
		return fleet;
	}

	private static Situation instance(String name, int number, IntFunction<Calls> calls) {
		return Situation.failures(name, "service_name=\"shop\",instance=\"i" + number + "\"", "99",
				calls.apply(number));
	}

}
