package dev.autometrics.autoconfigure;

import dev.autometrics.autoconfigure.unused.UnusedApplication;
import dev.autometrics.problems.Problem;
import dev.autometrics.problems.ProblemCode;
import org.junit.jupiter.api.Test;

/**
 * Tests for {@link UnusedClasses}.
 */
class UnusedClassesTests {

	@Test
	void am109ClassIsNoBean() {
		FoundProblems.runner((registry) -> {
		})
			.withUserConfiguration(UnusedApplication.class)
			.run((context) -> FoundProblems.assertThatProblems(context)
				.containsExactly(unused("MadeWithNew"), unused("MadeWithNewToo")));
	}

	private static Problem unused(String name) {
		return new Problem(ProblemCode.CLASS_IS_NO_BEAN, UnusedApplication.class.getName() + "$" + name,
				"It is marked with @Autometrics, and no bean of the application is of this class.",
				"Let Spring create its objects, or measure with AutometricsTemplate.");
	}

}
