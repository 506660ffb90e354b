package dev.autometrics.autoconfigure;

import dev.autometrics.Autometrics;
import dev.autometrics.SkipAutometrics;
import dev.autometrics.problems.Problem;
import dev.autometrics.problems.ProblemCode;
import dev.autometrics.problems.Severity;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.support.ApplicationObjectSupport;

/**
 * Tests for what looks like a problem and is none, or no bad one.
 */
class FalseAlarmTests {

	private static final String HERE = FalseAlarmTests.class.getName();

	private final ApplicationContextRunner runner = FoundProblems.runner((registry) -> {
	});

	@Test
	void protectedMethodsOfMarkedTypesMayBeCalledByTheirClass() {
		this.runner.withBean(Hooks.class).run((context) -> FoundProblems.assertThatProblems(context).isEmpty());
	}

	@Test
	void protectedMethodThatIsMarkedItselfMayNot() {
		this.runner.withBean(MarkedHook.class)
			.run((context) -> FoundProblems.assertThatProblems(context)
				.extracting(Problem::severity, Problem::code, Problem::place)
				.containsExactly(
						Tuple.tuple(Severity.WARN, ProblemCode.SELF_INVOCATION, HERE + "$MarkedHook.keyOf(String)")));
	}

	@Test
	void overriddenMethodGoesByTheNameOfTheLastOne() {
		this.runner.withBean(Words.class)
			.run((context) -> FoundProblems.assertThatProblems(context)
				.extracting(Problem::severity, Problem::place, Problem::message)
				.containsExactly(Tuple.tuple(Severity.INFO, HERE + "$Words.save(String)",
						"It is called by its own class, in saveTwice, saveWord. "
								+ "These calls do not pass Spring's proxy and are not measured.")));
	}

	@Test
	void skippedMethodHasNoneForTheOneThatItOverrides() {
		this.runner.withBean(Skipping.class).run((context) -> FoundProblems.assertThatProblems(context).isEmpty());
	}

	@Test
	void baseClassOfSpringMayCallItself() {
		this.runner.withBean(InContext.class).run((context) -> FoundProblems.assertThatProblems(context).isEmpty());
	}

	@Test
	void beanWithoutProxyThatOnlyAPatternSelectsMayBeMeant() {
		this.runner.withPropertyValues("autometrics.include=" + HERE)
			.withBean("processor", Processor.class)
			.withBean("marked", MarkedProcessor.class)
			.run((context) -> FoundProblems.assertThatProblems(context)
				.extracting(Problem::severity, Problem::code, Problem::place)
				.containsExactly(
						Tuple.tuple(Severity.WARN, ProblemCode.BEAN_NOT_PROXIED,
								"bean 'marked' (" + HERE + "$MarkedProcessor)"),
						Tuple.tuple(Severity.INFO, ProblemCode.BEAN_NOT_PROXIED,
								"bean 'processor' (" + HERE + "$Processor)")));
	}

	abstract static class Store<T> {

		void saveTwice(T value) {
			save(value);
			keyOf(value);
		}

		void save(T value) {
		}

		protected abstract int keyOf(T value);

	}

	@Autometrics
	static class Hooks extends Store<String> {

		@SkipAutometrics
		@Override
		void save(String value) {
		}

		@Override
		protected int keyOf(String value) {
			return 0;
		}

	}

	static class MarkedHook extends Store<String> {

		@Autometrics
		@Override
		protected int keyOf(String value) {
			return 0;
		}

	}

	@Autometrics
	static class Words extends Store<String> {

		@Override
		void save(String value) {
		}

		void saveWord() {
			save("word");
		}

		@Override
		protected int keyOf(String value) {
			return 0;
		}

	}

	static class Marked {

		void placeTwice() {
			place();
		}

		@Autometrics
		void place() {
		}

	}

	static class Skipping extends Marked {

		@SkipAutometrics
		@Override
		void place() {
		}

	}

	@Autometrics
	static class InContext extends ApplicationObjectSupport {

	}

	static class Processor extends Silent.FirstPostProcessor {

		void process() {
		}

	}

	@Autometrics
	static class MarkedProcessor extends Silent.FirstPostProcessor {

		void process() {
		}

	}

}
