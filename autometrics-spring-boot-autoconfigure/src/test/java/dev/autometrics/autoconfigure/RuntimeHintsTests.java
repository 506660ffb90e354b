package dev.autometrics.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import dev.autometrics.Autometrics;
import dev.autometrics.AutometricsFunction;
import dev.autometrics.SkipAutometrics;
import dev.autometrics.actuate.endpoint.AutometricsEndpointWebExtension;
import dev.autometrics.actuate.endpoint.BuildDescriptor;
import dev.autometrics.actuate.endpoint.DashboardList;
import dev.autometrics.actuate.endpoint.GraphDescriptor;
import dev.autometrics.actuate.endpoint.LiveDescriptor;
import dev.autometrics.actuate.endpoint.ProblemList;
import dev.autometrics.actuate.endpoint.RequestFault;
import dev.autometrics.actuate.endpoint.SeriesDescriptor;
import dev.autometrics.interceptor.ErrorExpressionRoot;
import io.opentelemetry.api.GlobalOpenTelemetry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.aot.hint.annotation.ReflectiveRuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.core.env.MapPropertySource;
import org.springframework.javapoet.ClassName;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AutometricsRuntimeHints} and {@link FunctionHintsProcessor}: what an
 * application is told that is processed ahead of time.
 */
class RuntimeHintsTests {

	private final RuntimeHints hints = process();

	private static RuntimeHints process(String... properties) {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			for (String property : properties) {
				context.getEnvironment()
					.getPropertySources()
					.addFirst(new MapPropertySource(property, Map.of(property, "false")));
			}
			context.register(AutometricsAutoConfiguration.class, Catalogue.class, Unmarked.class);
			DefaultGenerationContext generation = new DefaultGenerationContext(
					new ClassNameGenerator(ClassName.get("com.acme", "Application")), new InMemoryGeneratedFiles());
			new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
			return generation.getRuntimeHints();
		}
	}

	@ParameterizedTest
	@ValueSource(classes = { Catalogue.class, Shelf.class, Searchable.class, Findable.class })
	void everyTypeThatDeclaresFunctionsHasItsMethods(Class<?> type) {
		assertThat(RuntimeHintsPredicates.reflection()
			.onType(type)
			.withMemberCategory(MemberCategory.INVOKE_DECLARED_METHODS)).accepts(this.hints);
	}

	@Test
	void beansWithoutFunctionsAreLeftToSpring() {
		assertThat(RuntimeHintsPredicates.reflection()
			.onType(Unmarked.class)
			.withMemberCategory(MemberCategory.INVOKE_DECLARED_METHODS)).rejects(this.hints);
	}

	@Test
	void expressionsReadWhatFunctionsTakeAndReturn() {
		assertThat(RuntimeHintsPredicates.reflection().onMethod(Answer.class, "refused").invoke()).accepts(this.hints);
		assertThat(RuntimeHintsPredicates.reflection().onMethod(Question.class, "urgent").invoke()).accepts(this.hints);
		assertThat(RuntimeHintsPredicates.reflection().onType(Other.class)).rejects(this.hints);
	}

	@Test
	void expressionsReadTheirRoot() {
		for (String name : new String[] { "getTarget", "getMethod", "getArgs" }) {
			assertThat(RuntimeHintsPredicates.reflection().onMethod(ErrorExpressionRoot.class, name).invoke())
				.accepts(this.hints);
		}
	}

	@Test
	void globalOpenTelemetryIsLookedAt() {
		assertThat(RuntimeHintsPredicates.reflection().onField(GlobalOpenTelemetry.class, "globalOpenTelemetry"))
			.accepts(this.hints);
	}

	@Test
	void templateFindsTheMethodOfItsBlocks() {
		assertThat(RuntimeHintsPredicates.reflection().onMethod(AutometricsFunction.Block.class, "call").invoke())
			.accepts(this.hints);
	}

	@ParameterizedTest
	@ValueSource(classes = { Autometrics.class, SkipAutometrics.class })
	void annotationsAreRead(Class<?> annotationType) {
		assertThat(RuntimeHintsPredicates.reflection()
			.onType(annotationType)
			.withMemberCategory(MemberCategory.INVOKE_DECLARED_METHODS)).accepts(this.hints);
		assertThat(RuntimeHintsPredicates.proxies().forInterfaces(annotationType)).accepts(this.hints);
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor.core.publisher.Flux", "kotlinx.coroutines.flow.Flow",
			"kotlinx.coroutines.reactor.MonoKt", "kotlinx.coroutines.reactor.ReactorContext" })
	void typesLookedForByNameAreFound(String name) {
		assertThat(RuntimeHintsPredicates.reflection().onType(TypeReference.of(name))).accepts(this.hints);
	}

	@ParameterizedTest
	@ValueSource(classes = { LiveDescriptor.class, SeriesDescriptor.class, GraphDescriptor.class, ProblemList.class,
			BuildDescriptor.class, RequestFault.class, DashboardList.class })
	void answersAreWrittenAsJson(Class<?> type) {
		RuntimeHints ofEndpoint = new RuntimeHints();
		new ReflectiveRuntimeHintsRegistrar().registerRuntimeHints(ofEndpoint, AutometricsEndpointWebExtension.class);

		assertThat(type.getRecordComponents()).allSatisfy((component) -> assertThat(
				RuntimeHintsPredicates.reflection().onMethod(type, component.getName()).invoke())
			.accepts(ofEndpoint));
	}

	@ParameterizedTest
	@ValueSource(strings = { "index.html", "app.js", "app.css", "icon.svg", "uPlot.iife.min.js" })
	void filesOfTheExplorerAreThere(String name) {
		assertThat(RuntimeHintsPredicates.resource().forResource("META-INF/autometrics/ui/" + name))
			.accepts(this.hints);
	}

	@Test
	void propertiesAreBound() {
		for (Class<?> type : AutometricsProperties.class.getDeclaredClasses()) {
			assertThat(RuntimeHintsPredicates.reflection().onConstructor(type.getDeclaredConstructors()[0]).invoke())
				.accepts(this.hints);
		}
	}

	@Test
	void thereAreNoneWhenDisabled() {
		RuntimeHints hints = process("autometrics.enabled");

		for (Class<?> type : List.of(AutometricsProperties.class, ErrorExpressionRoot.class, Autometrics.class)) {
			assertThat(RuntimeHintsPredicates.reflection().onType(type)).rejects(hints);
		}
		assertThat(RuntimeHintsPredicates.reflection().onType(Shelf.class)).rejects(hints);
	}

	interface Findable {

		default String find(String name) {
			return name;
		}

	}

	interface Searchable extends Findable {

	}

	static class Shelf {

		int count(Other other) {
			return 1;
		}

	}

	@Autometrics
	static class Catalogue extends Shelf implements Searchable {

		@Autometrics(errorIf = "#result.refused or #question.urgent")
		CompletableFuture<Answer> ask(Question question) {
			return CompletableFuture.completedFuture(new Answer(question.urgent()));
		}

	}

	static class Unmarked {

		int count() {
			return 1;
		}

	}

	record Question(boolean urgent) {

	}

	record Answer(boolean refused) {

	}

	record Other(String name) {

	}

}
