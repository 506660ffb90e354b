package dev.autometrics.sample;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import dev.autometrics.Objective;
import dev.autometrics.ObjectiveLatency;
import dev.autometrics.model.Objectives;
import dev.autometrics.rules.RuleFile;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How much a Prometheus reads each minute to evaluate the rules of ten objectives, by its
 * own statistics. It has a month of what the rules have recorded, and ten functions on
 * two instances that are scraped every minute.
 */
@RequiresPrometheus
class RuleCostTests {

	private static final long BOUND = 570_000;

	private static final Pattern METRIC = Pattern.compile("function_calls\\w*\\{[^}]*}(\\[\\w+])?");

	private static final List<Double> PERCENTILES = List.of(90.0, 95.0, 99.0, 99.9, 99.0);

	private static final List<Duration> THRESHOLDS = List.of(ObjectiveLatency.MS_100, ObjectiveLatency.MS_250,
			ObjectiveLatency.MS_500, ObjectiveLatency.S_1, ObjectiveLatency.MS_2500);

	private static final List<Objective> OBJECTIVES = IntStream.range(0, 5)
		.mapToObj((number) -> Objective.ofSuccessRate("objective " + number, PERCENTILES.get(number))
			.withLatency(THRESHOLDS.get(number), PERCENTILES.get(number)))
		.toList();

	private static final List<Rule> RULES = rules();

	@TempDir
	private static Path folder;

	@AutoClose
	private static PrometheusServer prometheus;

	@BeforeAll
	static void remember() {
		prometheus = PrometheusServer.reading(new RuleHistory(OBJECTIVES).writeTo(folder));
	}

	@Test
	void everyRuleHasWhatItReads() {
		assertThat(RULES).hasSize(35)
			.filteredOn((rule) -> rule.record() != null)
			.allSatisfy((rule) -> assertThat(prometheus.api().queryAt(RuleHistory.NOW, rule.expression()))
				.as(rule.expression())
				.isNotEmpty());
	}

	@Test
	void onlyFiveMinutesOfTheMetricsAreRead() {
		assertThat(RULES.stream().flatMap((rule) -> METRIC.matcher(rule.expression()).results()))
			.extracting((metric) -> metric.group(1))
			.contains("[5m]")
			.containsOnly("[5m]", null);
	}

	@Test
	void rulesOfTenObjectivesReadLessThanTheBound() {
		double perMinute = RULES.stream()
			.mapToDouble((rule) -> prometheus.api().samplesReadAt(RuleHistory.NOW, rule.expression())
					* (60.0 / rule.interval().toSeconds()))
			.sum();

		System.out.printf(Locale.ROOT, "The rules of 10 objectives read %,.0f samples per minute.%n", perMinute);
		assertThat(perMinute).isBetween(BOUND / 3.0, (double) BOUND);
	}

	private static List<Rule> rules() {
		Map<String, List<Map<String, Object>>> file = new Yaml()
			.load(new RuleFile(RuleHistory.SERVICE, new Objectives(OBJECTIVES)).toYaml());
		return file.get("groups").stream().flatMap((group) -> {
			Duration interval = Duration.parse("PT" + group.get("interval"));
			return ((List<?>) group.get("rules")).stream().map((rule) -> Rule.of((Map<?, ?>) rule, interval));
		}).toList();
	}

	/**
	 * A rule of the file.
	 *
	 * @param record the name of what it records, or {@code null} for an alert
	 * @param expression what it evaluates
	 * @param interval how often
	 */
	private record Rule(Object record, String expression, Duration interval) {

		private static Rule of(Map<?, ?> rule, Duration interval) {
			return new Rule(rule.get("record"), (String) rule.get("expr"), interval);
		}

	}

}
