package dev.autometrics.conformance;

import java.util.List;
import java.util.stream.Stream;

import dev.autometrics.Objective;
import dev.autometrics.ObjectivePercentile;
import dev.autometrics.conformance.app.Pledges;
import dev.autometrics.rules.RuleFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The labels of objectives, and the buckets of their thresholds.
 */
class ObjectiveLabelTests {

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.start("spring.profiles.active=objectives",
				"autometrics.objectives.api.success-rate=99.9", "autometrics.objectives.api.latency.threshold=1s",
				"autometrics.objectives.api.latency.percentile=99.0",
				"autometrics.objectives.successful.success-rate=90",
				"autometrics.objectives.quick.latency.threshold=250ms",
				"autometrics.objectives.quick.latency.percentile=95",
				"autometrics.objectives.odd.latency.threshold=300ms",
				"autometrics.objectives.odd.latency.percentile=97.5", "autometrics.objectives[ä/b].success-rate=99",
				"management.metrics.distribution.slo.function.calls.duration=100ms,1s");
		Pledges pledges = application.bean(Pledges.class);
		Stream.<Runnable>of(pledges::ofClass, pledges::successful, pledges::quick, pledges::odd, pledges::none)
			.forEach(Runnable::run);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	@DisplayName("M12 a success objective puts its name and percentile on the counter")
	void successObjectiveIsOnTheCounter() {
		assertThat(of("successful", Samples.CALLS)).hasSize(2).allSatisfy((sample) -> {
			assertThat(sample.label("objective_name")).isEqualTo("successful");
			assertThat(sample.label("objective_percentile")).isEqualTo("90");
		});
	}

	@Test
	@DisplayName("M13 a latency objective puts its name, percentile and threshold on the histogram")
	void latencyObjectiveIsOnTheHistogram() {
		for (String metric : List.of(Samples.BUCKET, Samples.COUNT, Samples.SUM)) {
			assertThat(of("quick", metric)).isNotEmpty().allSatisfy((sample) -> {
				assertThat(sample.label("objective_name")).isEqualTo("quick");
				assertThat(sample.label("objective_percentile")).isEqualTo("95");
				assertThat(sample.label("objective_latency_threshold")).isEqualTo("0.25");
			});
		}
	}

	@Test
	@DisplayName("M14 the metric that an objective does not speak of has no objective")
	void theOtherMetricHasNoObjective() {
		assertThat(of("quick", Samples.CALLS)).hasSize(2).allMatch(ObjectiveLabelTests::hasNoObjective);
		assertThat(of("successful", Samples.COUNT)).hasSize(1).allMatch(ObjectiveLabelTests::hasNoObjective);
		assertThat(of("none", Samples.CALLS)).hasSize(2).allMatch(ObjectiveLabelTests::hasNoObjective);
	}

	@Test
	@DisplayName("M24 a percentile reads 99.9, neither 0.999 nor 99.9%")
	void percentileIsInPercent() {
		assertThat(of("ofClass", Samples.CALLS)).hasSize(2)
			.allMatch((sample) -> sample.label("objective_percentile").equals("99.9"));
		assertThat(of("ofClass", Samples.COUNT)).hasSize(1)
			.allMatch((sample) -> sample.label("objective_percentile").equals("99"));
	}

	@Test
	@DisplayName("M25 a threshold is in seconds")
	void thresholdIsInSeconds() {
		assertThat(of("quick", Samples.COUNT)).singleElement()
			.satisfies((sample) -> assertThat(sample.label("objective_latency_threshold")).isEqualTo("0.25"));
		assertThat(of("ofClass", Samples.COUNT)).singleElement()
			.satisfies((sample) -> assertThat(sample.label("objective_latency_threshold")).isEqualTo("1.0"));
	}

	@Test
	@DisplayName("S4 an objective is declared once and attached to functions in the source")
	void objectiveIsAttachedInTheSource() {
		assertThat(Stream.of("ofClass", "successful", "quick", "odd")
			.map((function) -> of(function, Samples.CALLS).get(0).label("objective_name")))
			.containsExactly("api", "successful", "", "");
	}

	@Test
	@DisplayName("S7 a threshold equals a bucket as text")
	void thresholdEqualsABucketAsText() {
		for (String function : List.of("ofClass", "quick", "odd")) {
			List<Sample> buckets = of(function, Samples.BUCKET);
			assertThat(buckets).extracting((sample) -> sample.label("le"))
				.contains(buckets.get(0).label("objective_latency_threshold"));
		}
	}

	@Test
	@DisplayName("S8 the percentiles of the specification are constants")
	void percentilesAreConstants() {
		assertThat(List.of(ObjectivePercentile.P90, ObjectivePercentile.P95, ObjectivePercentile.P99,
				ObjectivePercentile.P99_9))
			.containsExactly(90.0, 95.0, 99.0, 99.9);
	}

	@Test
	@DisplayName("S9 another percentile gets rules of its own, without which nobody would watch it")
	void anotherPercentileGetsRulesOfItsOwn() {
		assertThat(application.bean(RuleFile.class).toYaml()).contains("97.5 %",
				"objective_percentile=~\"97\\\\.50*\"");
	}

	@Test
	@DisplayName("S10 a threshold that is no bucket becomes one, whatever the application says of buckets")
	void thresholdBecomesABucket() {
		assertThat(of("odd", Samples.BUCKET)).extracting((sample) -> sample.label("le"))
			.containsExactly("0.1", "0.3", "1.0", "+Inf");
		assertThat(of("none", Samples.BUCKET)).extracting((sample) -> sample.label("le"))
			.containsExactly("0.1", "1.0", "+Inf");
	}

	@Test
	@DisplayName("S14 a name with characters of other kinds is a problem")
	void nameWithOtherCharactersIsAProblem() {
		assertThat(problems()).anyMatch((problem) -> problem.contains("objective 'ä/b'")
				&& problem.contains("Its name has characters that other Autometrics tools do not take."));
	}

	@Test
	@DisplayName("S15 a name that does not start with a letter or a digit is a problem")
	void nameHasToStartWithALetterOrADigit() {
		assertThat(Objective.ofSuccessRate("-api", 99).hasSpecifiedName()).isFalse();
		assertThat(Objective.ofSuccessRate("9 api", 99).hasSpecifiedName()).isTrue();
		assertThat(problems()).noneMatch((problem) -> problem.contains("objective 'api'"));
	}

	static List<Sample> of(String function, String metric) {
		return application.scrape().samples().of(Pledges.class).with("function", function).named(metric).list();
	}

	@SuppressWarnings("unchecked")
	private static List<String> problems() {
		return ((List<Object>) application.describe().get("problems")).stream().map(Object::toString).toList();
	}

	private static boolean hasNoObjective(Sample sample) {
		return sample.labels()
			.entrySet()
			.stream()
			.filter((label) -> label.getKey().startsWith("objective_"))
			.allMatch((label) -> label.getValue().isEmpty());
	}

}
