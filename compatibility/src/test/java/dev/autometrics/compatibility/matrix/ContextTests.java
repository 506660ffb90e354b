package dev.autometrics.compatibility.matrix;

import dev.autometrics.Autometrics;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * More than one application context.
 */
class ContextTests {

	@Covers(Row.PARENT_AND_CHILD)
	void countsOnceInParentAndChild() {
		SpringApplicationBuilder builder = MatrixApplication.builder(Shared.class);
		try (ConfigurableApplicationContext child = builder
			.child(MatrixApplication.AutoConfigured.class, Own.class, Uses.class)
			.web(WebApplicationType.NONE)
			.properties(Series.PROPERTIES)
			.run(); ConfigurableApplicationContext parent = (ConfigurableApplicationContext) child.getParent()) {
			child.getBean(Own.class).run();
			child.getBean(Shared.class).run();
			parent.getBean(Shared.class).run();
			child.getBean(Uses.class).use();

			assertThat(child.getBean(MeterRegistry.class)).isSameAs(parent.getBean(MeterRegistry.class));
			Series.assertOnly(parent, Calls.of(Shared.class, "run").ok(2).from(Uses.class, "use").ok(1),
					Calls.of(Own.class, "run").ok(1), Calls.of(Uses.class, "use").ok(1));
		}
	}

	@Covers(Row.TWO_CONTEXTS)
	void countsEachContextInItsRegistry() {
		try (MatrixApplication one = MatrixApplication.of(Shared.class);
				MatrixApplication other = MatrixApplication.of(Shared.class)) {
			one.bean(Shared.class).run();
			other.bean(Shared.class).run();
			other.bean(Shared.class).run();

			one.showsOnly(Calls.of(Shared.class, "run").ok(1));
			other.showsOnly(Calls.of(Shared.class, "run").ok(2));
		}
	}

	@Autometrics
	static class Shared {

		void run() {
		}

	}

	@Autometrics
	static class Own {

		void run() {
		}

	}

	static class Uses {

		private final Shared shared;

		Uses(Shared shared) {
			this.shared = shared;
		}

		@Autometrics
		void use() {
			this.shared.run();
		}

	}

}
