package dev.autometrics.compatibility;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.autometrics.compatibility.aot.AotApplication;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that runs on the JVM from code generated ahead of time, beside the same
 * one without.
 */
class AotTests {

	private static final String PACKAGE = AotApplication.class.getPackageName() + ".";

	private static final String FROM_GENERATED_CODE = "Starting AOT-processed AotApplication";

	private static final String[] PROPERTIES = { "--management.endpoints.web.exposure.include=autometrics,prometheus",
			"--server.address=127.0.0.1", "--server.port=0", "--spring.config.name=compatibility",
			"--spring.main.banner-mode=off", "--autometrics.repository.detect=false" };

	private static final String VERSION = "--autometrics.version=1.2.3";

	@TempDir
	private static Path folder;

	private static AheadOfTime processed;

	private static Observation generated;

	private static Observation usual;

	@BeforeAll
	static void run() throws Exception {
		processed = AheadOfTime.process(Files.createDirectory(folder.resolve("aot")), AotApplication.class, PROPERTIES);
		generated = observe(generated(processed), VERSION);
		usual = observe(ForkedJvm.in(folder), VERSION);
	}

	private static ForkedJvm.Builder generated(AheadOfTime processed) {
		return ForkedJvm.in(folder).classPathStartsWith(processed.output()).options("-Dspring.aot.enabled=true");
	}

	private static Observation observe(ForkedJvm.Builder builder, String... more) throws Exception {
		try (ForkedJvm jvm = builder.start(AotApplication.class.getName(), with(more))) {
			ObservedApplication application = new ObservedApplication(jvm.await(AotApplication.READY));
			application.get("/buy");
			application.get("/buy");
			return new Observation(jvm.printed(), application.functions(), application.calls(), application.series());
		}
	}

	private static String[] with(String... more) {
		return Stream.of(PROPERTIES, more).flatMap(Stream::of).toArray(String[]::new);
	}

	@Test
	void startsFromGeneratedCode() {
		assertThat(generated.printed()).contains(FROM_GENERATED_CODE, "Measuring 11 functions of 4 beans");
		assertThat(usual.printed()).contains("Measuring 11 functions of 4 beans").doesNotContain(FROM_GENERATED_CODE);
	}

	@Test
	void hasTheSameFunctions() {
		assertThat(generated.functions()).isEqualTo(usual.functions())
			.extracting((function) -> function.get("id").toString().replace(PACKAGE, ""))
			.containsExactly("Orders.confirm", "Orders.find", "Orders.pack", "Orders.pay", "Orders.place_String",
					"Orders.place_String_int", "Orders.ship", "Prices.price", "Shop.buy", "Shop.receipt", "Stock.count",
					"Stock.take");
	}

	@Test
	void countsTheSame() {
		assertThat(generated.calls()).isEqualTo(usual.calls())
			.containsExactly("Orders.place_String > Prices.price ok 2.0", "Orders.place_String > Stock.take ok 2.0",
					"Orders.place_String_int > Prices.price ok 2.0", "Shop.buy > Orders.find ok 2.0",
					"Shop.buy > Orders.pack ok 2.0", "Shop.buy > Orders.pay error 2.0",
					"Shop.buy > Orders.place_String ok 2.0", "Shop.buy > Orders.place_String_int ok 2.0",
					"Shop.buy > Orders.ship error 2.0", "Shop.buy > Orders.ship ok 2.0",
					"Shop.buy > Shop.receipt ok 2.0", "Shop.buy > Stock.count ok 2.0", "nobody > Orders.confirm ok 2.0",
					"nobody > Shop.buy ok 2.0");
	}

	@Test
	void publishesTheSameSeries() {
		assertThat(generated.series()).isEqualTo(usual.series())
			.contains(
					"build_info{autometrics_version=\"1.0.0\",branch=\"\",commit=\"\",repository_provider=\"\","
							+ "repository_url=\"\",service_name=\"AotApplication\",version=\"1.2.3\"}",
					"function_calls_concurrent{function=\"pack\",module=\"" + PACKAGE
							+ "Orders\",service_name=\"AotApplication\"}");
	}

	@Test
	void readsOtherPropertiesWhenItStarts() throws Exception {
		Observation other = observe(generated(processed), "--autometrics.version=2.0",
				"--autometrics.service-name=other", "--autometrics.callers.enabled=false", "--autometrics.buckets=42s");

		assertThat(other.calls()).contains("nobody > Orders.ship error 2.0")
			.allMatch((call) -> call.startsWith("nobody"));
		assertThat(other.series()).filteredOn((line) -> line.startsWith("build_info"))
			.singleElement()
			.asString()
			.contains("service_name=\"other\",version=\"2.0\"");
		assertThat(other.series()).filteredOn((line) -> line.contains("_bucket{function=\"buy\""))
			.hasSize(2)
			.anyMatch((line) -> line.contains("le=\"42.0\""));
	}

	@Test
	void leavesNoBeanWhenDisabledDuringProcessing() throws Exception {
		AheadOfTime disabled = AheadOfTime.process(Files.createDirectory(folder.resolve("disabled")),
				AotApplication.class, with("--autometrics.enabled=false"));

		assertThat(disabled.hints()).doesNotContain("dev.autometrics.interceptor", PACKAGE + "Shelf\"");
		try (ForkedJvm jvm = generated(disabled).start(AotApplication.class.getName(), PROPERTIES)) {
			ObservedApplication application = new ObservedApplication(jvm.await(AotApplication.READY));
			assertThat(application.get("/buy")).isEqualTo("not measured");
			assertThat(application.series()).isEmpty();
			assertThat(application.request("/actuator/autometrics").statusCode()).isEqualTo(404);
			assertThat(jvm.printed()).contains(FROM_GENERATED_CODE);
		}
	}

	@Test
	void describesJsonAndPropertiesForNativeImages() throws Exception {
		assertThat(processed.hints()).contains("dev.autometrics.actuate.endpoint.ApplicationDescriptor\"",
				"dev.autometrics.actuate.endpoint.ApplicationDescriptor$ServiceDescriptor\"",
				"dev.autometrics.actuate.endpoint.FunctionDescriptor$Total\"", "dev.autometrics.promql.Query\"",
				"dev.autometrics.autoconfigure.AutometricsProperties$Results\"");
	}

	@Test
	void describesFunctionsForNativeImages() throws Exception {
		assertThat(processed.hints()).contains(PACKAGE + "Shelf\"", PACKAGE + "Orders$Shipment\"",
				PACKAGE + "Orders$$SpringCGLIB$$0\"", "dev.autometrics.interceptor.ErrorExpressionRoot\"",
				"dev.autometrics.AutometricsFunction$Block\"", "\"reactor.core.publisher.Flux\"",
				"\"" + PACKAGE + "Prices\",\"org.springframework.aop.SpringProxy\"");
	}

	private record Observation(String printed, List<Map<String, Object>> functions, List<String> calls,
			List<String> series) {

	}

}
