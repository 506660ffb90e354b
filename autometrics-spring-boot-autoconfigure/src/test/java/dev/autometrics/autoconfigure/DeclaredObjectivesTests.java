package dev.autometrics.autoconfigure;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import dev.autometrics.Autometrics;
import dev.autometrics.AutometricsTemplate;
import dev.autometrics.FunctionOptions;
import dev.autometrics.Objective;
import dev.autometrics.ObjectiveLatency;
import dev.autometrics.ObjectivePercentile;
import dev.autometrics.model.Objectives;
import dev.autometrics.problems.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DeclaredObjectives} and {@link ObjectiveCheck}.
 */
class DeclaredObjectivesTests {

	private final ApplicationContextRunner runner = FoundProblems.runner((registry) -> {
	});

	@Test
	void propertiesAndBeansDeclareObjectives() {
		this.runner
			.withPropertyValues("autometrics.objectives.api.success-rate=99.9",
					"autometrics.objectives.api.latency.threshold=250ms",
					"autometrics.objectives.api.latency.percentile=99")
			.withBean(Objective.class,
					() -> Objective.ofLatency("reports", ObjectiveLatency.S_10, ObjectivePercentile.P90))
			.run((context) -> {
				assertThat(context.getBean(Objectives.class).list()).containsExactly(
						new Objective("api", 99.9, new ObjectiveLatency(Duration.ofMillis(250), 99)),
						new Objective("reports", null, new ObjectiveLatency(Duration.ofSeconds(10), 90)));
				FoundProblems.assertThatProblems(context).isEmpty();
			});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "api.success-rate=100|api.success-rate|100.0", "api.success-rate=0|api.success-rate|0.0",
					"api.success-rate=-1|api.success-rate|-1.0", "api.success-rate=NaN|api.success-rate|NaN",
					"api.latency.threshold=250ms|api.latency.percentile|''",
					"api.latency.percentile=99|api.latency.threshold|''",
					"api.latency.percentile=101,api.latency.threshold=1s|api.latency.percentile|101.0",
					"api.latency.percentile=99,api.latency.threshold=0|api.latency.threshold|PT0S",
					"api.latency.percentile=99,api.latency.threshold=-1s|api.latency.threshold|PT-1S" })
	void mistakesStopTheStartAndAreNamed(String properties, String name, String value) {
		String[] pairs = Arrays.stream(properties.split(",", -1))
			.map((pair) -> "autometrics.objectives." + pair)
			.toArray(String[]::new);
		this.runner.withPropertyValues(pairs)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, (exception) -> {
					assertThat(exception.getName()).isEqualTo("autometrics.objectives." + name);
					assertThat(String.valueOf(exception.getValue())).isEqualTo(value);
				}));
	}

	@Test
	void twoOfOneNameStopTheStartAndBothPlacesAreShown() {
		this.runner.withPropertyValues("autometrics.objectives.api.success-rate=99.9")
			.withBean("apiObjective", Objective.class, () -> Objective.ofSuccessRate("api", 95))
			.run((context) -> {
				assertThat(context).hasFailed();
				assertThat(
						new DuplicateObjectiveFailureAnalyzer().analyze(context.getStartupFailure()).getDescription())
					.isEqualTo("The objective 'api' is declared twice:%n%n    - by the property ".formatted()
							+ "'autometrics.objectives.api' from \"autometrics.objectives.api.success-rate\" from "
							+ "property source \"test\"%n    - by the bean 'apiObjective'".formatted());
			});
	}

	@Test
	void unknownObjectiveStopsTheStartAndTheNearestIsShown() {
		this.runner
			.withPropertyValues("autometrics.objectives.api.success-rate=99.9",
					"autometrics.objectives.reports.success-rate=90")
			.withBean(Orders.class)
			.run((context) -> {
				assertThat(context).hasFailed();
				var analysis = new UnknownObjectiveFailureAnalyzer().analyze(context.getStartupFailure());
				assertThat(analysis.getDescription())
					.isEqualTo("@Autometrics(objective = \"Appi\") on " + Orders.class.getName()
							+ ".place(String) names an objective that is not declared. Declared are "
							+ "'api', 'reports'.");
				assertThat(analysis.getAction()).isEqualTo("If you mean 'api', correct the name. Else declare it: "
						+ "autometrics.objectives.Appi.success-rate=99.9, .latency.threshold=250ms and "
						+ ".latency.percentile=99, or a bean of type Objective.");
			});
	}

	@Test
	void unknownObjectiveWhereNoneIsDeclared() {
		this.runner.withBean(Orders.class).run((context) -> {
			var analysis = new UnknownObjectiveFailureAnalyzer().analyze(context.getStartupFailure());
			assertThat(analysis.getDescription()).endsWith("names an objective that is not declared. None is.");
			assertThat(analysis.getAction()).startsWith("Declare it: autometrics.objectives.Appi.success-rate=99.9");
		});
	}

	@Test
	void am127QuestionableObjectives() {
		this.runner
			.withPropertyValues("autometrics.objectives.ratio.success-rate=0.999",
					"autometrics.objectives[a/b].success-rate=90")
			.run((context) -> FoundProblems.assertThatProblems(context)
				.extracting(Problem::toString)
				.containsExactly(
						"AM-127 objective 'a/b': Its name has characters that other Autometrics tools do not take. Use "
								+ "letters, digits, '_', '-' and spaces, with a letter or a digit first. "
								+ "(docs/problems.md#am-127)",
						"AM-127 objective 'ratio': A share of at most 1 percent of the calls has to be good, which looks "
								+ "like a ratio. Write percent: 99.9, not 0.999. (docs/problems.md#am-127)"));
	}

	@Test
	void am126ObjectiveOfAFunctionThatBecomesKnownLater() {
		this.runner.run((context) -> {
			context.getBean(AutometricsTemplate.class)
				.function(Orders.class, "block", new FunctionOptions("api", false, List.of()))
				.call(() -> "");
			FoundProblems.assertThatProblems(context)
				.extracting(Problem::toString)
				.containsExactly(
						"AM-126 " + Orders.class.getName() + ".block: It names the objective 'api', which is not "
								+ "declared. Declare it, or use one of []. (docs/problems.md#am-126)");
		});
	}

	static class Orders {

		@Autometrics(objective = "Appi")
		void place(String article) {
		}

	}

}
