package dev.autometrics.autoconfigure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;

import dev.autometrics.Autometrics;
import dev.autometrics.dashboards.Dashboards;
import dev.autometrics.rules.RuleFile;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The library in a whole application with Spring Boot's own auto-configurations.
 */
@ExtendWith(OutputCaptureExtension.class)
class ApplicationTests {

	@Test
	void metersOfTheApplicationKeepTheirCommonTagsAndFilters(CapturedOutput output) {
		try (ConfigurableApplicationContext context = start("--management.metrics.tags.region=north")) {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			context.getBean(Greeter.class).greet("Ada");

			assertThat(registry.get("own").counter().getId().getTag("region")).isEqualTo("north");
			assertThat(registry.get("jvm.info").gauge().getId().getTag("region")).isEqualTo("north");
			assertThat(registry.find("denied").counter()).isNull();
			assertThat(registry.get("function.calls").tag("result", "ok").counter().getId().getTag("region"))
				.isEqualTo("north");
			assertThat(registry.getMeters()).hasSizeGreaterThan(30);
			assertThat(output).doesNotContain("not eligible for getting processed", "WARN");
		}
	}

	@Test
	void recordsWhenAllBeansAreLazy() {
		try (ConfigurableApplicationContext context = start("--spring.main.lazy-initialization=true")) {
			assertThat(calls(context)).isZero();

			context.getBean(Greeter.class).greet("Ada");

			assertThat(calls(context)).isOne();
		}
	}

	@Test
	void adviceIsOutsideOfTheCacheByDefault() {
		try (ConfigurableApplicationContext context = start()) {
			context.getBean(Greeter.class).greet("Ada");
			context.getBean(Greeter.class).greet("Ada");

			assertThat(calls(context)).isEqualTo(2);
		}
	}

	@Test
	void adviceCanBeInsideOfTheCache() {
		try (ConfigurableApplicationContext context = start("--autometrics.order=" + Integer.MAX_VALUE,
				"--spring.cache.order=0")) {
			context.getBean(Greeter.class).greet("Ada");
			context.getBean(Greeter.class).greet("Ada");

			assertThat(calls(context)).isOne();
		}
	}

	@Test
	void jsonDoesNotDependOnTheApplicationsJsonSettings() throws Exception {
		try (ConfigurableApplicationContext context = start("--spring.jackson.property-naming-strategy=SNAKE_CASE",
				"--spring.jackson.serialization.indent-output=true", "--autometrics.service-name=shop")) {
			String id = Greeter.class.getName() + ".greet";

			HttpResponse<String> list = get(context, "/actuator/autometrics");
			HttpResponse<String> one = get(context, "/actuator/autometrics/" + id);

			assertThat(list.statusCode()).isEqualTo(200);
			assertThat(list.body()).startsWith("{\"schemaVersion\":1,\"generatedAt\":\"")
				.contains("\"service\":{\"name\":\"shop\",", "\"functionCount\":1", "\"id\":\"" + id + "\"",
						"\"beans\":[\"greeter\"]", "\"total\":{\"calls\":0,\"errors\":0,\"since\":\"");
			assertThat(one.body()).contains("\"latencyByVersion\"");
			assertThat(get(context, "/actuator/autometrics/no.such").statusCode()).isEqualTo(404);
		}
	}

	@Test
	void rulesAreServedAsYaml() throws Exception {
		try (ConfigurableApplicationContext context = start("--autometrics.service-name=shop",
				"--autometrics.objectives.api.success-rate=99.5")) {
			HttpResponse<String> rules = get(context, "/actuator/autometrics/rules");

			assertThat(rules.statusCode()).isEqualTo(200);
			assertThat(rules.headers().firstValue("Content-Type"))
				.hasValueSatisfying((type) -> assertThat(type).startsWith("application/yaml"));
			assertThat(rules.body()).isEqualTo(context.getBean(RuleFile.class).toYaml())
				.contains("service_name=\"shop\"", "AutometricsErrorBudgetBurn", "0.005");
		}
	}

	@Test
	void dashboardsAreListedAndServed() throws Exception {
		try (ConfigurableApplicationContext context = start("--autometrics.service-name=shop")) {
			Dashboards dashboards = context.getBean(Dashboards.class);

			assertThat(get(context, "/actuator/autometrics/dashboards").body())
				.isEqualTo("{\"dashboards\":[" + dashboards.names()
					.stream()
					.map((name) -> "{\"name\":\"%s\",\"title\":\"%s\",\"uid\":\"%s\"}".formatted(name,
							dashboards.title(name), dashboards.uid(name)))
					.collect(Collectors.joining(",")) + "]}");
			for (String name : dashboards.names()) {
				HttpResponse<String> served = get(context, "/actuator/autometrics/dashboards/" + name);
				assertThat(served.body()).isEqualTo(dashboards.json(name));
				assertThat(served.headers().firstValue("Content-Type")).hasValue("application/json");
			}
			assertThat(get(context, "/actuator/autometrics/dashboards/other").statusCode()).isEqualTo(404);
			assertThat(get(context, "/actuator/autometrics/rules/overview").statusCode()).isEqualTo(404);
		}
	}

	@Test
	void endpointIsHiddenUnlessExposed() throws Exception {
		try (ConfigurableApplicationContext context = start("--management.endpoints.web.exposure.include=health")) {
			assertThat(get(context, "/actuator/autometrics").statusCode()).isEqualTo(404);
			assertThat(context.getBeanNamesForType(dev.autometrics.actuate.endpoint.AutometricsEndpoint.class))
				.isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "autometrics.buckets=0ms", "autometrics.prometheus.url=javascript:alert(1)",
			"autometrics.grafana.url=https://grafana.example.com", "autometrics.buckets=fast",
			"autometrics.labels.function=everything", "autometrics.order=first", "autometrics.tracker=statsd",
			"autometrics.metrics-format=0.6" })
	void badSettingsAreExplained(String setting, CapturedOutput output) {
		String name = setting.substring(0, setting.indexOf('='));
		String value = setting.substring(setting.indexOf('=') + 1);

		assertThatExceptionOfType(Exception.class).isThrownBy(() -> start("--" + setting).close());

		assertThat(output.toString()).contains("APPLICATION FAILED TO START", "Description:", name, value, "Action:")
			.containsIgnoringCase("reason:");
	}

	@Test
	void expressionThatIsNoneStopsTheStart(CapturedOutput output) {
		SpringApplication application = new SpringApplication(TestApplication.class);
		application.addInitializers((context) -> ((GenericApplicationContext) context).registerBean(Broken.class));

		assertThatExceptionOfType(Exception.class).isThrownBy(() -> application.run("--server.port=0").close());

		assertThat(output).contains("APPLICATION FAILED TO START",
				"@Autometrics(errorIf = \"#result.(\") on " + Broken.class.getName() + ".work() is not an expression: ",
				"Correct the expression");
	}

	private static double calls(ConfigurableApplicationContext context) {
		return context.getBean(MeterRegistry.class)
			.get("function.calls")
			.tags("function", "greet", "result", "ok")
			.counter()
			.count();
	}

	private static HttpResponse<String> get(ConfigurableApplicationContext context, String path)
			throws IOException, InterruptedException {
		String port = context.getEnvironment().getRequiredProperty("local.server.port");
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
					HttpResponse.BodyHandlers.ofString());
	}

	private static ConfigurableApplicationContext start(String... args) {
		SpringApplication application = new SpringApplication(TestApplication.class);
		application.setDefaultProperties(Map.of("server.port", "0", "server.address", "127.0.0.1",
				"management.endpoints.web.exposure.include", "*", "autometrics.repository.detect", "false"));
		return application.run(args);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableCaching
	static class TestApplication {

		@Bean
		Greeter greeter() {
			return new Greeter();
		}

		@Bean
		MeterFilter denied() {
			return MeterFilter.denyNameStartsWith("denied");
		}

		@Bean
		OwnMeters ownMeters(MeterRegistry registry) {
			return new OwnMeters(registry);
		}

	}

	static class OwnMeters {

		OwnMeters(MeterRegistry registry) {
			registry.counter("own").increment();
			registry.counter("denied").increment();
		}

	}

	static class Broken {

		@Autometrics(errorIf = "#result.(")
		void work() {
		}

	}

	static class Greeter {

		@Autometrics
		@Cacheable("greetings")
		String greet(String name) {
			return "Hello " + name;
		}

	}

}
