package dev.autometrics.sample;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.autometrics.Objective;
import dev.autometrics.ObjectiveLatency;
import dev.autometrics.model.Objectives;
import dev.autometrics.promql.LabelMatchers;
import dev.autometrics.rules.RuleFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of when the generated rules raise alerts within hours, and when they do not.
 */
@RequiresPromtool
@TestInstance(Lifecycle.PER_CLASS)
class ObjectiveAlertTests {

	private static final Objectives OBJECTIVES = new Objectives(
			List.of(Objective.ofSuccessRate("90 and 99", 90).withLatency(ObjectiveLatency.S_1, 99),
					Objective.ofSuccessRate("99.9", 99.9), Objective.ofLatency("0.1 ms", Duration.ofNanos(100_000), 99),
					Objective.ofLatency("0.01 ms", Duration.ofNanos(10_000), 99)));

	private final List<Situation> situations = Stream.of(troubles(), fewCalls(), trifles(), spellings(), strangers())
		.flatMap(List::stream)
		.toList();

	private final RuleSimulation simulation = RuleSimulation.run(List.of(new RuleFile("shop", OBJECTIVES)), "30s",
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

	@Test
	void tellsNamespacesApart() {
		String prod = "service_name=\"shop\",namespace=\"prod\"";
		String staging = "service_name=\"shop\",namespace=\"staging\"";
		Situation situation = Situation.failures("only staging fails", prod, "99", new Calls().good(120, 600))
			.beside(Situation.failures("only staging fails", staging, "99", new Calls().bad(120, 600, 1)));
		situation.expect("count(" + situation.firing("page") + ")", 1.0)
			.expect("count(ALERTS{namespace=\"staging\",severity=\"page\"})", 1.0);
		RuleFile rules = new RuleFile("shop", OBJECTIVES);

		RuleSimulation together = RuleSimulation.run(List.of(rules.withLabels(Map.of("namespace", "prod")),
				rules.withLabels(Map.of("namespace", "staging"))), "30s", List.of(situation));

		assertThat(together.promtool().exitCode()).as(together.promtool().output()).isZero();
	}

	// The rules of neither see the other's series, nor what is recorded of them.
	@Test
	void tellsEnvironmentsApartThatAreMoreThanAValue() {
		Situation situation = Situation
			.failures("only a cluster fails", "service_name=\"shop\",cluster=\"eu-1\"", "99",
					new Calls().good(120, 600))
			.beside(Situation.failures("only a cluster fails", "service_name=\"shop\",cluster=\"us-1\"", "99",
					new Calls().bad(120, 600, 1)));
		String burn = "autometrics_slo:bad_calls:ratio_rate1h{autometrics_selector=\"cluster%s~\\\"eu-.*\\\"\"}";
		situation.expect("count(" + situation.firing("page") + ")", 1.0)
			.expect("count(ALERTS{severity=\"page\",autometrics_selector=\"cluster!~\\\"eu-.*\\\"\"})", 1.0)
			.expect("sum(" + burn.formatted("=") + ")", 0.0)
			.expect("sum(" + burn.formatted("!") + ")", 1.0);
		RuleFile rules = new RuleFile("shop", OBJECTIVES);

		RuleSimulation together = RuleSimulation
			.run(List.of(rules.withConditions(LabelMatchers.parse("cluster=~\"eu-.*\"")),
					rules.withConditions(LabelMatchers.parse("cluster!~\"eu-.*\""))), "30s", List.of(situation));

		assertThat(together.promtool().exitCode()).as(together.promtool().output()).isZero();
	}

	List<Situation> situations() {
		return this.situations;
	}

	private static List<Situation> troubles() {
		return List.of(
				Situation.failures("all fail for 15 minutes", "99", trouble(15, 1))
					.pagesWithin(11)
					.opensTicketWithin(6)
					.isSilentWithin(4),
				Situation.failures("all fail for 2 hours", "99", trouble(120, 1))
					.pagesWithin(11)
					.opensTicketWithin(6)
					.isSilentWithin(31),
				Situation.failures("half fail for an hour", "99", trouble(60, 0.5))
					.pagesWithin(20)
					.opensTicketWithin(10)
					.isSilentWithin(29),
				Situation.failures("20 % fail for 90 minutes", "99", trouble(90, 0.2))
					.pagesWithin(46)
					.opensTicketWithin(22)
					.isSilentWithin(1),
				Situation.failures("20 % fail for an hour, of 0.1 %", "99.9", trouble(60, 0.2))
					.pagesWithin(7)
					.opensTicketWithin(4)
					.isSilentWithin(32),
				Situation.failures("all fail for 2 hours, of 10 %", "90", trouble(120, 1))
					.pagesWithin(36)
					.opensTicketWithin(42)
					.isSilentWithin(2));
	}

	private static List<Situation> fewCalls() {
		return List.of(
				Situation
					.failures("few calls, all fail", "99", new Calls().good(360, 0.5).bad(60, 0.5, 1).good(75, 0.5))
					.pagesWithin(13)
					.opensTicketWithin(13)
					.isSilentWithin(31),
				Situation.failures("the first calls ever fail", "99", new Calls().good(60, 0).bad(60, 60, 1))
					.pagesWithin(1)
					.opensTicketWithin(1));
	}

	private static List<Situation> trifles() {
		return Stream
			.of(Situation.failures("0.5 % fail for 2 hours", "99", trouble(120, 0.005)),
					Situation.failures("one of few calls fails", "99",
							new Calls().good(300, 0.1).bad(1, 1, 1).good(150, 0.1)),
					Situation.failures("nobody calls", "99", new Calls().good(360, 0)),
					Situation.failures("nobody calls any more", "99", new Calls().good(60, 600).good(300, 0)),
					Situation.failures("restarts every 10 minutes and 0.5 % fail", "99", restarts()))
			.map((situation) -> situation.neverPages().neverOpensTicket())
			.toList();
	}

	private static List<Situation> spellings() {
		return List.of(Situation.failures("99.0 percent", "99.0", trouble(15, 1)).pagesWithin(11).isSilentWithin(4),
				Situation.failures("replicas with 99 and 99.0 percent", "99", trouble(15, 1))
					.beside(Situation.failures("replicas with 99 and 99.0 percent", "99.0", trouble(15, 1)))
					.pagesWithin(11)
					.isSilentWithin(4),
				Situation.delays("0.0001 and 1.0E-4", "0.0001", "1.0E-4", trouble(15, 1)).pagesWithin(11).isWatched(),
				Situation.delays("0.00001 and 1e-05", "0.00001", "1e-05", trouble(15, 1)).pagesWithin(11).isWatched(),
				delays("1 and 1", "1", "1"), delays("1 and 1.0", "1", "1.0"), delays("1.0 and 1", "1.0", "1"),
				delays("1.0 and 1.0", "1.0", "1.0"));
	}

	private static Situation delays(String name, String threshold, String bound) {
		return Situation.delays(name, threshold, bound, trouble(15, 1))
			.pagesWithin(11)
			.opensTicketWithin(6)
			.isSilentWithin(4)
			.isWatched();
	}

	private static List<Situation> strangers() {
		return List.of(
				Situation.failures("another service fails", "service_name=\"other\"", "99", trouble(60, 1))
					.neverPages()
					.neverOpensTicket(),
				Situation.delays("no bucket at the threshold", "1.0", "2.5", trouble(15, 1))
					.neverPages()
					.isNotWatched(),
				Situation.delays("a threshold newer than the rules", "0.3", "0.3", trouble(15, 1)).isNotWatched());
	}

	private static Calls trouble(int minutes, double share) {
		return new Calls().good(360, 600).bad(minutes, 600, share).good(75, 600);
	}

	private static Calls restarts() {
		Calls calls = new Calls();
		for (int start = 0; start < 36; start++) {
			calls.restart().bad(10, 600, 0.005);
		}
		return calls;
	}

}
