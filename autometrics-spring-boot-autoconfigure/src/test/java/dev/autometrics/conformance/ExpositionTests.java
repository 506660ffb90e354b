package dev.autometrics.conformance;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ExpositionTests {

	@Test
	void readsNameLabelsAndValue() {
		Samples samples = Exposition.samples("""
				# HELP calls_total Calls
				# TYPE calls_total counter
				calls_total{function="place",module=""} 2.0
				up 1
				""");

		assertThat(samples.list()).containsExactly(
				new Sample("calls_total", Map.of("function", "place", "module", ""), 2), new Sample("up", Map.of(), 1));
	}

	@Test
	void undoesEscapes() {
		Sample sample = Exposition.samples("m{a=\"\\\"x\\\" \\\\n \\n}, {#\",b=\"größe\",} 1").only();

		assertThat(sample.labels()).isEqualTo(Map.of("a", "\"x\" \\n \n}, {#", "b", "größe"));
	}

	@Test
	void readsSpecialNumbersTimestampsAndExemplars() {
		Samples samples = Exposition.samples("""
				a +Inf
				b NaN 1395066363000
				c_bucket{le="0.1"} 8.0 1.5 # {trace_id="x"} 0.05 1.4
				d_total 3.0e1 # {} 1.0
				# EOF
				""");

		assertThat(samples.list()).extracting(Sample::value)
			.containsExactly(Double.POSITIVE_INFINITY, Double.NaN, 8.0, 30.0);
	}

	@Test
	void readsTypes() {
		assertThat(Exposition.types("# HELP a A counter\n# TYPE a counter\na 1\n# TYPE b info\n"))
			.isEqualTo(Map.of("a", "counter", "b", "info"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "a{ 1", "a{b=\"c} 1", "a{b=c} 1", "a{b=\"\\x\"} 1", "a{b=\"\" c=\"\"} 1",
			"a{b=\"\",b=\"\"} 1", "a one", "a 1 2 3", "{a=\"b\"} 1" })
	void refusesWhatIsNoSample(String line) {
		assertThatIllegalArgumentException().isThrownBy(() -> Exposition.samples(line));
	}

}
