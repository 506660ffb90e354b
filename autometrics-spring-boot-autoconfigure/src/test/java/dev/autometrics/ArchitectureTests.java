package dev.autometrics;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * The layers of the library: what each package may use. Arrows point downwards only, and
 * what is below the interceptor knows no Spring.
 */
@AnalyzeClasses(packages = "dev.autometrics", importOptions = DoNotIncludeTests.class)
final class ArchitectureTests {

	private static final String[] JDK = { "java..", "org.jspecify.annotations" };

	private static final String LOGGING = "org.apache.commons.logging";

	private static final String REACTOR = "reactor..";

	private static final String MICROMETER = "io.micrometer.core..";

	private static final String OPENTELEMETRY = "io.opentelemetry.api..";

	@ArchTest
	static final ArchRule rootUsesTheJdkOnly = layer("dev.autometrics");

	@ArchTest
	static final ArchRule modelUsesTheJdkOnly = layer("dev.autometrics.model", "dev.autometrics");

	@ArchTest
	static final ArchRule promqlUsesTheModel = layer("dev.autometrics.promql", "dev.autometrics",
			"dev.autometrics.model");

	@ArchTest
	static final ArchRule problemsAreValues = layer("dev.autometrics.problems", "dev.autometrics", LOGGING);

	@ArchTest
	static final ArchRule rulesUseModelAndPromql = layer("dev.autometrics.rules", "dev.autometrics",
			"dev.autometrics.model", "dev.autometrics.promql");

	@ArchTest
	static final ArchRule dashboardsUseModelAndPromql = layer("dev.autometrics.dashboards", "dev.autometrics",
			"dev.autometrics.model", "dev.autometrics.promql");

	@ArchTest
	static final ArchRule exportUsesWhatItWrites = layer("dev.autometrics.export", "dev.autometrics",
			"dev.autometrics.model", "dev.autometrics.promql", "dev.autometrics.rules", "dev.autometrics.dashboards");

	@ArchTest
	static final ArchRule liveUsesTheModel = layer("dev.autometrics.live", "dev.autometrics", "dev.autometrics.model");

	@ArchTest
	static final ArchRule prometheusUsesModelAndPromql = layer("dev.autometrics.prometheus", "dev.autometrics",
			"dev.autometrics.model", "dev.autometrics.promql", "javax.net.ssl", LOGGING);

	@ArchTest
	static final ArchRule explorerUsesWhatHasFigures = layer("dev.autometrics.explorer", "dev.autometrics",
			"dev.autometrics.model", "dev.autometrics.promql", "dev.autometrics.live", "dev.autometrics.prometheus",
			LOGGING);

	@ArchTest
	static final ArchRule instrumentKnowsMetricsAndNoSpring = layer("dev.autometrics.instrument", "dev.autometrics",
			"dev.autometrics.model", "dev.autometrics.live", "dev.autometrics.problems", MICROMETER, OPENTELEMETRY,
			"io.micrometer.context", "io.prometheus.metrics.tracer.common", LOGGING);

	@ArchTest
	static final ArchRule interceptorKnowsSpringAndNoMicrometer = layer("dev.autometrics.interceptor",
			"dev.autometrics", "dev.autometrics.model", "dev.autometrics.instrument", "dev.autometrics.problems",
			"org.springframework.aop..", "org.springframework.asm", "org.springframework.core..",
			"org.springframework.util..", "org.springframework.expression..", "org.springframework.context.expression",
			"org.springframework.web..", "org.aopalliance..", REACTOR, "org.reactivestreams", "kotlin..",
			"kotlinx.coroutines..", LOGGING);

	@ArchTest
	static final ArchRule aspectsKnowTheInterceptor = layer("dev.autometrics.aspectj", "dev.autometrics",
			"dev.autometrics.interceptor", "org.aopalliance.intercept", "org.aspectj.lang..");

	@ArchTest
	static final ArchRule onlyAspectsKnowAspectJ = ArchRuleDefinition.noClasses()
		.that()
		.resideOutsideOfPackage("dev.autometrics.aspectj")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.aspectj..");

	@ArchTest
	static final ArchRule classesWithoutReactorLoadWithoutIt = ArchRuleDefinition.noClasses()
		.that()
		.haveSimpleNameNotStartingWith("Reactive")
		.and()
		.doNotHaveSimpleName("PublisherAdapter")
		.and()
		.haveSimpleNameNotStartingWith("Measured")
		.and()
		.resideOutsideOfPackage("dev.autometrics.autoconfigure")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage(REACTOR, "org.reactivestreams");

	@ArchTest
	static final ArchRule classesWithoutKotlinLoadWithoutIt = ArchRuleDefinition.noClasses()
		.that()
		.haveNameNotMatching(".*\\.(FlowAdapter|MeasuredFlow|MeasuredCollection|ReactiveCaller)(\\$.*)?")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("kotlin..", "kotlinx..");

	@ArchTest
	static final ArchRule classesWithoutContextPropagationLoadWithoutIt = ArchRuleDefinition.noClasses()
		.that()
		.haveSimpleNameNotStartingWith("CallerContext")
		.and()
		.resideOutsideOfPackage("dev.autometrics.autoconfigure")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.micrometer.context");

	@ArchTest
	static final ArchRule classesWithoutTracingLoadWithoutIt = ArchRuleDefinition.noClasses()
		.that()
		.haveSimpleNameNotStartingWith("Exemplar")
		.and()
		.resideOutsideOfPackage("dev.autometrics.autoconfigure")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.prometheus..", "io.opentelemetry.api.trace..");

	@ArchTest
	static final ArchRule endpointKnowsNoInterceptor = layer("dev.autometrics.actuate..", "dev.autometrics",
			"dev.autometrics.model", "dev.autometrics.promql", "dev.autometrics.rules", "dev.autometrics.dashboards",
			"dev.autometrics.live", "dev.autometrics.explorer", "dev.autometrics.problems",
			"org.springframework.aot.hint.annotation", "org.springframework.boot.actuate.endpoint..",
			"org.springframework.util", "org.springframework.lang");

	@ArchTest
	static final ArchRule onlyOneClassKnowsMicrometersMeters = ArchRuleDefinition.noClasses()
		.that()
		.haveSimpleNameNotStartingWith("Micrometer")
		.and()
		.doNotHaveSimpleName("CallerCounters")
		.and()
		.resideOutsideOfPackage("dev.autometrics.autoconfigure")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage(MICROMETER);

	@ArchTest
	static final ArchRule classesWithoutMicrometerLoadWithoutIt = ArchRuleDefinition.noClasses()
		.that()
		.resideInAPackage("dev.autometrics.autoconfigure")
		.and()
		.haveNameNotMatching(".*\\.(Autometrics)?Micrometer[A-Z].*")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage(MICROMETER);

	@ArchTest
	static final ArchRule classesWithoutOpenTelemetryLoadWithoutIt = ArchRuleDefinition.noClasses()
		.that()
		.haveNameNotMatching(".*[.$](OpenTelemetry|GlobalTelemetry|Exemplar)[A-Za-z]*(\\$.*)?")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.opentelemetry..");

	@ArchTest
	static final ArchRule packagesAreFreeOfCycles = SlicesRuleDefinition.slices()
		.matching("dev.autometrics.(*)..")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule nothingThatSpringBoot4MovedIsUsed = ArchRuleDefinition.noClasses()
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.boot.actuate.autoconfigure.metrics..",
				"org.springframework.boot.actuate.metrics..", "org.springframework.boot.env..",
				"com.fasterxml.jackson..", "tools.jackson..");

	@ArchTest
	static final ArchRule autoConfigurationsAreFinalAndHideTheirBeans = ArchRuleDefinition.classes()
		.that()
		.areAnnotatedWith(AutoConfiguration.class)
		.should()
		.haveModifier(JavaModifier.FINAL)
		.andShould()
		.bePublic();

	@ArchTest
	static final ArchRule beanMethodsArePackagePrivate = ArchRuleDefinition.methods()
		.that()
		.areAnnotatedWith(Bean.class)
		.should()
		.bePackagePrivate();

	@ArchTest
	static final ArchRule beanNamesCannotCollideWithThoseOfApplications = ArchRuleDefinition.methods()
		.that()
		.areAnnotatedWith(Bean.class)
		.should()
		.haveNameStartingWith("autometrics");

	private ArchitectureTests() {
	}

	private static ArchRule layer(String layer, String... used) {
		DescribedPredicate<JavaClass> allowed = JavaClass.Predicates.resideInAnyPackage(JDK)
			.or(JavaClass.Predicates.resideInAnyPackage(used))
			.or(JavaClass.Predicates.resideInAnyPackage(layer))
			.or(DescribedPredicate.describe("are primitive", (type) -> type.isPrimitive() || type.isArray()));
		return ArchRuleDefinition.classes().that().resideInAPackage(layer).should().onlyDependOnClassesThat(allowed);
	}

}
