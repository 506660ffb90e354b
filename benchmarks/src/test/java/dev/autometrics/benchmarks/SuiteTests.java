package dev.autometrics.benchmarks;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Suite}.
 */
class SuiteTests {

	@Test
	void suitesAreFoundByTheirNames() {
		assertThat(Stream.of(Suite.names().split("\\|"))).allSatisfy((name) -> assertThat(name).isLowerCase())
			.map(Suite::of)
			.containsExactly(Suite.values());
	}

	@Test
	void roundOfStartsHasEveryVariantOnceInAnOrderOfItsOwn() {
		List<List<String>> rounds = IntStream.range(0, 5).mapToObj(Suite.STARTUP::runs).toList();

		assertThat(rounds).allSatisfy((round) -> assertThat(round).doesNotHaveDuplicates()
			.hasSize(StartupVariant.values().length + 1)
			.containsExactlyInAnyOrderElementsOf(rounds.get(0)));
		assertThat(rounds).doesNotHaveDuplicates();
	}

	@Test
	void orderOfARoundIsTheSameAlways() {
		List<String> first = Suite.STARTUP.runs(3);
		List<String> again = Suite.STARTUP.runs(3);

		assertThat(again).isEqualTo(first);
	}

	@Test
	void runIsOfOneClassAlone() {
		Pattern calls = Pattern.compile(Suite.CALLS.runs(0).get(0));

		assertThat(CallBenchmarks.class.getName() + ".plain").matches((name) -> calls.matcher(name).find());
		assertThat(TurnBenchmarks.class.getName() + ".plain").matches((name) -> !calls.matcher(name).find());
	}

	@Test
	void callsOfOneFunctionRunWithTwoThreadsAsWell() {
		assertThat(Suite.CALLS.threads()).containsExactly(1, 2);
		assertThat(Suite.CONTENTION.threads()).containsExactly(1, 2);
		assertThat(Suite.TURN.threads()).containsExactly(1);
	}

}
