package dev.autometrics.autoconfigure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.autometrics.problems.Problem;
import dev.autometrics.problems.ProblemCode;
import dev.autometrics.problems.Problems;
import dev.autometrics.problems.ProblemsFoundException;
import dev.autometrics.problems.Severity;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.BeanUtils;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the problems of applications: what provokes each, and what is said of it.
 */
@ExtendWith(OutputCaptureExtension.class)
class ReportedProblemsTests {

	private static final String SILENT = Silent.class.getName();

	private final ApplicationContextRunner runner = FoundProblems.runner((registry) -> {
	});

	@Test
	void cleanApplicationHasNone(CapturedOutput output) {
		this.runner.withBean(Beans.Greeter.class).withBean(Beans.Outer.class).run((context) -> {
			FoundProblems.assertThatProblems(context).isEmpty();
			assertThat(output).doesNotContain("WARN").doesNotContain("AM-");
		});
	}

	@Test
	void am101MethodNotReached() {
		this.runner.withBean(Silent.Unreached.class)
			.run((context) -> FoundProblems.assertThatProblems(context)
				.containsExactly(unreached(SILENT + "$Unreached.finallyDone()", "It is final"),
						unreached(SILENT + "$Unreached.globally()", "It is static"),
						unreached(SILENT + "$Unreached.secretly()", "It is private")));
	}

	@Test
	void am101MethodHiddenInAnotherPackage() {
		this.runner.withBean(Silent.Hidden.class)
			.run((context) -> FoundProblems.assertThatProblems(context)
				.containsExactly(unreached(SILENT + "$Hidden.hidden()",
						"It is package-private in another package than " + SILENT + "$Hidden")));
	}

	@Test
	void am101MethodThatIsInNoInterface() {
		this.runner.withPropertyValues("spring.aop.proxy-target-class=false")
			.withBean(Silent.InterfaceShop.class)
			.run((context) -> {
				FoundProblems.assertThatProblems(context)
					.containsExactly(unreached(SILENT + "$InterfaceShop.cancel()",
							"It is in no interface of the class, and the bean is a JDK proxy"));
				assertThat(
						context.getBean(MeterRegistry.class).find("function.calls").tag("function", "cancel").meter())
					.isNull();
			});
	}

	@Test
	void am101PublicMethodOfAMarkedTypeMayBeMeant() {
		this.runner.withBean(Silent.OpenType.class)
			.run((context) -> FoundProblems.assertThatProblems(context)
				.extracting(Problem::severity, Problem::place)
				.containsExactly(Tuple.tuple(Severity.INFO, SILENT + "$OpenType.finallyDone()")));
	}

	@Test
	void whoeverMarksATypeDoesNotThinkOfItsHelpers() {
		this.runner.withBean(Silent.MarkedType.class)
			.run((context) -> FoundProblems.assertThatProblems(context).isEmpty());
	}

	@Test
	void am102SelfInvocation() {
		this.runner.withBean(Silent.Chatty.class)
			.withBean(Silent.ChattyType.class)
			.run((context) -> FoundProblems.assertThatProblems(context)
				.containsExactly(selfInvoked(Severity.WARN, SILENT + "$Chatty.place()"),
						selfInvoked(Severity.INFO, SILENT + "$ChattyType.place()")));
	}

	@Test
	void am105BeanCreatedTooEarly() {
		this.runner.withUserConfiguration(Silent.WithPostProcessor.class)
			.run((context) -> FoundProblems.assertThatProblems(context)
				.containsExactly(new Problem(ProblemCode.BEAN_NOT_PROXIED, "bean 'early' (" + SILENT + "$Early)",
						"It was created before Spring was ready to make proxies, because something needed it that Spring "
								+ "needs early, so it has no proxy and is not measured.",
						"Let Spring create it, and let what needs it early (a BeanPostProcessor, an Advisor, what they "
								+ "depend on) take an ObjectProvider of it.")));
	}

	@Test
	void am105PostProcessorAndRegisteredObject() {
		this.runner.withBean("processor", Silent.MeasuredPostProcessor.class)
			.withInitializer((context) -> context.getBeanFactory().registerSingleton("object", new Silent.Early()))
			.run((context) -> FoundProblems.assertThatProblems(context)
				.extracting(Problem::toString)
				.containsExactly(
						"AM-105 bean 'object' (" + SILENT + "$Early): It was registered as an object that existed "
								+ "already, so it has no proxy and is not measured. Let Spring create it, and let what "
								+ "needs it early (a BeanPostProcessor, an Advisor, what they depend on) take an "
								+ "ObjectProvider of it. (docs/problems.md#am-105)",
						"AM-105 bean 'processor' (" + SILENT + "$MeasuredPostProcessor): It processes other beans "
								+ "itself, so it has no proxy and is not measured. Move what is to be measured to "
								+ "another bean. (docs/problems.md#am-105)"));
	}

	@Test
	void am107AutoProxyingOff() {
		this.runner.withBean(Silent.WithoutProxies.class)
			.withBean(Beans.Greeter.class)
			.withBean("other", Silent.Early.class)
			.run((context) -> FoundProblems.assertThatProblems(context)
				.containsExactly(new Problem(ProblemCode.AUTO_PROXYING_OFF,
						"org.springframework.aop.config.internalAutoProxyCreator",
						"There is no such bean, so no bean gets a proxy and nothing is measured.",
						"Leave the bean definition in place that Autometrics registers, or weave with AspectJ.")));
	}

	@Test
	void am108ClassNotProxyable() {
		this.runner.withBean(Beans.FinalRenderer.class)
			.withBean(Beans.RecordRenderer.class)
			.run((context) -> FoundProblems.assertThatProblems(context)
				.extracting(Problem::code, Problem::place)
				.containsExactly(Tuple.tuple(ProblemCode.CLASS_NOT_PROXYABLE, Beans.FinalRenderer.class.getName()),
						Tuple.tuple(ProblemCode.CLASS_NOT_PROXYABLE, Beans.RecordRenderer.class.getName())));
	}

	@Test
	void am114EndpointNotExposed(CapturedOutput output) {
		new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(AutometricsAutoConfiguration.class,
					EndpointAutoConfiguration.class, WebEndpointAutoConfiguration.class))
			.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
			.run((context) -> {
				assertThat(context.getBean(Problems.class).snapshot()).containsExactly(new Problem(
						ProblemCode.ENDPOINT_NOT_EXPOSED, "/actuator/autometrics", "The endpoint is not exposed.",
						"To see them, let management.endpoints.web.exposure.include name 'autometrics'."));
				assertThat(output)
					.contains("Measuring 0 functions of 0 beans with 0 objectives. To see them, let "
							+ "management.endpoints.web.exposure.include name 'autometrics'.")
					.doesNotContain("AM-114");
			});
	}

	@Test
	void am119NameIgnored() {
		this.runner.withBean(Silent.NamedType.class)
			.run((context) -> FoundProblems.assertThatProblems(context)
				.containsExactly(new Problem(ProblemCode.NAME_IGNORED, SILENT + "$NamedType",
						"The name 'all' of @Autometrics on the type is ignored: it would be that of each method.",
						"Put it on a method.")));
	}

	@Test
	void am120ClassNotReadable(@TempDir Path folder) throws Exception {
		ClassLoader loader = CompiledClasses.compile(folder, Map.of("Report",
				"@dev.autometrics.Autometrics public class Report { public void print(Printer on) {} }", "Other",
				"public class Other { public void print(Printer on) {} }", "Printer", "public class Printer {}"));
		Files.delete(folder.resolve("Printer.class"));
		this.runner.withClassLoader(loader).withInitializer((context) -> {
			for (String name : List.of("Report", "Other")) {
				// Spring itself refuses to create a bean of such a class.
				context.getBeanFactory()
					.registerSingleton(name, BeanUtils.instantiateClass(ClassUtils.resolveClassName(name, loader)));
			}
		})
			.run((context) -> FoundProblems.assertThatProblems(context)
				.containsExactly(new Problem(ProblemCode.CLASS_NOT_READABLE, "Report",
						"Its methods cannot be read, so they are not measured: java.lang.ClassNotFoundException: Printer.",
						"Add the library that the class speaks of, or leave the class out with @SkipAutometrics.")));
	}

	@Test
	void am122PropagationUnavailable() {
		this.runner.withClassLoader(new FilteredClassLoader("io.micrometer.context"))
			.withPropertyValues("autometrics.callers.propagate=true")
			.run((context) -> FoundProblems.assertThatProblems(context)
				.containsExactly(new Problem(ProblemCode.PROPAGATION_UNAVAILABLE, "autometrics.callers.propagate",
						"It has no effect, because a library is missing.",
						"Add the dependency io.micrometer:context-propagation.")));
	}

	@Test
	void am125PatternWithoutMatch() {
		this.runner.withBean(Beans.Greeter.class)
			.withPropertyValues("autometrics.include=com.acme, dev.autometrics.autoconfigure.Beans")
			.run((context) -> FoundProblems.assertThatProblems(context)
				.containsExactly(new Problem(ProblemCode.PATTERN_WITHOUT_MATCH, "autometrics.include",
						"No bean is of the types that 'com.acme' stands for.",
						"Correct the pattern: a package or a class, or @ and the qualified name of an annotation.")));
	}

	@Test
	void failKeepsTheApplicationFromStartingAndListsThem(CapturedOutput output) {
		this.runner.withBean(Silent.Unreached.class).withPropertyValues("autometrics.problems=fail").run((context) -> {
			assertThat(context).hasFailed();
			assertThat(context.getStartupFailure()).hasRootCauseInstanceOf(ProblemsFoundException.class);
			assertThat(output).doesNotContain("AM-101");
			String description = new ProblemsFoundFailureAnalyzer().analyze(context.getStartupFailure())
				.getDescription();
			assertThat(description.lines()).hasSize(4)
				.first()
				.isEqualTo("Not everything is measured that is to be, and autometrics.problems is 'fail':");
			assertThat(description).contains("    - AM-101 " + SILENT + "$Unreached.secretly(): It is private");
		});
	}

	@Test
	void offLooksForNone(CapturedOutput output) {
		this.runner.withBean(Silent.Unreached.class).withPropertyValues("autometrics.problems=off").run((context) -> {
			FoundProblems.assertThatProblems(context).isEmpty();
			assertThat(output).doesNotContain("AM-");
		});
	}

	private static Problem unreached(String place, String obstacle) {
		return new Problem(ProblemCode.METHOD_NOT_REACHED, place,
				obstacle + ", so its calls do not pass Spring's proxy and are not measured.",
				"Change that, or move the method to another bean.");
	}

	private static Problem selfInvoked(Severity severity, String place) {
		return new Problem(ProblemCode.SELF_INVOCATION, severity, place,
				"It is called by its own class, in all. These calls do not pass Spring's proxy and are not measured.",
				"Move the method to another bean, let the class call its own bean, or use AutometricsTemplate.");
	}

}
