package dev.autometrics.compatibility;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

import javax.management.ObjectName;

import com.jayway.jsonpath.JsonPath;
import dev.autometrics.Autometrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the answers to the Explorer's page are the same on every web stack, whatever
 * the application says about JSON.
 */
class ExplorerAnswersTests {

	private static final String CHARGE = Payments.class.getName() + ".charge";

	private static final String PLACE = Orders.class.getName() + ".place";

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void answersDoNotDependOnTheApplication(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext context = start(type)) {
			context.getBean(Orders.class).place("apple");

			String live = get(context, "live").body();
			String series = get(context, CHARGE + "/series?range=15m").body();

			assertThat(JsonPath.<List<String>>read(live, "$.columns")).hasSize(10);
			assertThat(JsonPath.<List<Object>>read(live, "$.rows[*][0]")).containsExactly(PLACE, CHARGE);
			assertThat(JsonPath.<List<Object>>read(live, "$.rows[*][7]")).containsExactly(1, 1);
			assertThat(JsonPath.<Integer>read(live, "$.source.historySeconds")).isEqualTo(900);
			assertThat(JsonPath.<String>read(series, "$.callers[0].id")).isEqualTo(PLACE);
			assertThat(JsonPath.<Map<String, Object>>read(series, "$")).containsKeys("stepSeconds", "errorRatio", "p50",
					"deploys");
			assertThat(JsonPath.<List<Object>>read(get(context, "graph").body(), "$.edges[*].to"))
				.containsExactly(PLACE, CHARGE);
			assertThat(JsonPath.<List<Object>>read(get(context, "problems").body(), "$.problems[*].code"))
				.doesNotContain("AM-101");
			assertThat(JsonPath.<Integer>read(get(context, "build").body(), "$.seriesCount")).isPositive();
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void refusesWhatThereIsNot(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext context = start(type)) {
			HttpResponse<String> fault = get(context, "live?range=2h");

			assertThat(fault.statusCode()).isEqualTo(400);
			assertThat(JsonPath.<String>read(fault.body(), "$.error"))
				.isEqualTo("The parameter 'range' has to be one of 15m, 1h, 6h, 1d, 7d, 30d.");
			assertThat(get(context, "no.such/series").statusCode()).isEqualTo(404);
			assertThat(get(context, "lively").statusCode()).isEqualTo(404);
		}
	}

	// Spring Boot writes these as the application says, those over HTTP as it likes.
	@Test
	void managementBeanTellsTheSameAsBefore() throws Exception {
		try (ConfigurableApplicationContext context = start(WebApplicationType.NONE, "spring.jmx.enabled=true",
				"management.endpoints.jmx.exposure.include=autometrics",
				"spring.jackson.property-naming-strategy=LOWER_CAMEL_CASE")) {
			Object answer = ManagementFactory.getPlatformMBeanServer()
				.invoke(new ObjectName("org.springframework.boot:type=Endpoint,name=Autometrics"), "application",
						new Object[0], new String[0]);

			assertThat(context.isRunning()).isTrue();
			assertThat(answer).asString().contains("schemaVersion=1", "functionCount=2", CHARGE);
		}
	}

	private static ConfigurableApplicationContext start(WebApplicationType type, String... properties) {
		return new SpringApplicationBuilder(TestApplication.class).web(type)
			.properties("server.address=127.0.0.1", "server.port=0", "spring.main.banner-mode=off",
					"spring.config.name=compatibility", "spring.jmx.enabled=false", "logging.level.root=warn",
					"autometrics.repository.detect=false", "management.endpoints.web.exposure.include=autometrics",
					"spring.jackson.property-naming-strategy=SNAKE_CASE",
					"spring.jackson.default-property-inclusion=non_empty")
			.properties(properties)
			.run();
	}

	private static HttpResponse<String> get(ConfigurableApplicationContext context, String path) throws Exception {
		URI address = URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port")
				+ "/actuator/autometrics/" + path);
		return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Orders.class, Payments.class })
	static class TestApplication {

	}

	static class Orders {

		private final Payments payments;

		Orders(Payments payments) {
			this.payments = payments;
		}

		@Autometrics
		String place(String article) {
			return this.payments.charge(article);
		}

	}

	static class Payments {

		@Autometrics
		String charge(String article) {
			return article;
		}

	}

}
