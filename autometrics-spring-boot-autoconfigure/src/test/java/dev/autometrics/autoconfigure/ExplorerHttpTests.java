package dev.autometrics.autoconfigure;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.autometrics.Autometrics;
import dev.autometrics.live.CallHistory;
import dev.autometrics.live.LiveFigures;
import dev.autometrics.live.MovableClock;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the Explorer's page gets over HTTP of an application that has done known work,
 * whatever the application says about JSON.
 */
class ExplorerHttpTests {

	private static final String PLACE = Orders.class.getName() + ".place";

	private static final String CHARGE = Payments.class.getName() + ".charge";

	private static final String IDLE = Payments.class.getName() + ".refund";

	private static final MovableClock CLOCK = new MovableClock();

	private static ConfigurableApplicationContext context;

	@BeforeAll
	static void work() {
		SpringApplication application = new SpringApplication(TestApplication.class);
		application.setDefaultProperties(Map.of("server.port", "0", "server.address", "127.0.0.1",
				"management.endpoints.web.exposure.include", "autometrics", "autometrics.repository.detect", "false",
				"spring.jackson.property-naming-strategy", "SNAKE_CASE", "spring.jackson.default-property-inclusion",
				"non_empty", "autometrics.version", "v1.4.2", "spring.application.name", "shop",
				"autometrics.explorer.sample-interval", "1h", "autometrics.explorer.history", "15h"));
		application.addInitializers((created) -> created
			.addBeanFactoryPostProcessor((beanFactory) -> replaceClock((BeanDefinitionRegistry) beanFactory)));
		context = application.run();
		Orders orders = context.getBean(Orders.class);
		List<String> failures = new ArrayList<>();
		for (String article : List.of("apple", "plum", "poison", "pear")) {
			try {
				orders.place(article);
			}
			catch (IllegalStateException ex) {
				failures.add(article);
			}
		}
		assertThat(failures).containsExactly("poison");
		CLOCK.move(Duration.ofHours(1));
		context.getBean(CallHistory.class).sample();
	}

	private static void replaceClock(BeanDefinitionRegistry registry) {
		registry.removeBeanDefinition("autometricsLiveFigures");
		registry.registerBeanDefinition("autometricsLiveFigures",
				new RootBeanDefinition(LiveFigures.class, () -> new LiveFigures(CLOCK)));
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@Test
	void tellsThePresentOfAllFunctions() {
		JsonNode live = ExplorerJson.valid("live", ok("live"));

		assertThat(live.at("/source").toString()).isEqualTo("{\"mode\":\"LIVE\",\"historySeconds\":54000,"
				+ "\"sampleSeconds\":3600,\"prometheus\":{\"configured\":false,\"status\":\"NOT_CONFIGURED\"}}");
		assertThat(live.at("/range").textValue()).isEqualTo("15m");
		assertThat(live.at("/rows")).hasSize(3);
		assertThat(live.at("/rows/0/0").textValue()).isEqualTo(PLACE);
		assertThat(live.at("/rows/0/1").doubleValue()).isEqualTo(0.001111);
		assertThat(live.at("/rows/0/2").doubleValue()).isEqualTo(0.25);
		assertThat(live.at("/rows/0/3").doubleValue()).isPositive();
		assertThat(live.at("/rows/0/6").intValue()).isZero();
		assertThat(live.at("/rows/0/7").intValue()).isEqualTo(4);
		assertThat(live.at("/rows/0/8").intValue()).isOne();
		assertThat(live.at("/rows/0/9").toString()).isEqualTo("[100]");
		assertThat(live.at("/rows/2").toString()).isEqualTo("[\"" + IDLE + "\",null,null,null,null,null,0,0,0,[]]");
	}

	@Test
	void tellsAFunctionOverTime() {
		JsonNode series = ExplorerJson.valid("series", ok(CHARGE + "/series?range=15m&source=live"));

		assertThat(series.at("/id").textValue()).isEqualTo(CHARGE);
		assertThat(series.at("/time").toString()).isEqualTo("[" + CLOCK.instant().getEpochSecond() + "]");
		assertThat(series.at("/ok").toString()).isEqualTo("[8.333E-4]");
		assertThat(series.at("/error").toString()).isEqualTo("[2.778E-4]");
		assertThat(series.at("/errorRatio").toString()).isEqualTo("[0.25]");
		assertThat(series.at("/concurrent").toString()).isEqualTo("[0.0]");
		assertThat(series.at("/callers")).hasSize(1);
		assertThat(series.at("/callers/0/id").textValue()).isEqualTo(PLACE);
		assertThat(series.at("/callees")).isEmpty();
		assertThat(ExplorerJson.valid("series", ok(PLACE + "/series")).at("/callers/0").has("id")).isFalse();
		assertThat(ExplorerJson.valid("series", ok(PLACE + "/series")).at("/callees/0/function").textValue())
			.isEqualTo("charge");
	}

	@Test
	void functionThatWasNeverCalledHasSeriesToo() {
		JsonNode series = ExplorerJson.valid("series", ok(IDLE + "/series"));

		assertThat(series.at("/ok").toString()).isEqualTo("[0.0]");
		assertThat(series.at("/p95").toString()).isEqualTo("[null]");
		assertThat(series.at("/errorRatio").toString()).isEqualTo("[null]");
	}

	@Test
	void tellsWhoCallsWhom() {
		JsonNode graph = ExplorerJson.valid("graph", ok("graph?range=15m"));

		assertThat(graph.at("/nodes").findValuesAsText("id")).containsExactly(PLACE, CHARGE, IDLE);
		assertThat(graph.at("/nodes/1/requestRate").doubleValue()).isEqualTo(0.001111);
		assertThat(graph.at("/nodes/1/errorRatio").doubleValue()).isEqualTo(0.25);
		assertThat(graph.at("/edges")).hasSize(2);
		assertThat(graph.at("/edges/0/to").textValue()).isEqualTo(PLACE);
		assertThat(graph.at("/edges/0").has("from")).isFalse();
		assertThat(graph.at("/edges/1/from").textValue()).isEqualTo(PLACE);
		assertThat(graph.at("/edges/1/to").textValue()).isEqualTo(CHARGE);
	}

	@Test
	void tellsProblems() {
		assertThat(ExplorerJson.valid("problems", ok("problems")).at("/problems").findValuesAsText("code"))
			.contains("AM-101");
	}

	@Test
	void tellsWhatIsRunningAndHowThatIsKnown() {
		JsonNode build = ExplorerJson.valid("build", ok("build"));

		assertThat(build.at("/service/version").textValue()).isEqualTo("1.4.2");
		assertThat(build.at("/sources/0").toString())
			.isEqualTo("{\"name\":\"service_name\",\"value\":\"shop\",\"from\":\"property spring.application.name\"}");
		assertThat(build.at("/sources/1").toString())
			.isEqualTo("{\"name\":\"version\",\"value\":\"1.4.2\",\"from\":\"property autometrics.version\"}");
		assertThat(build.at("/sources/2").toString())
			.isEqualTo("{\"name\":\"commit\",\"value\":\"\",\"from\":\"not found\"}");
		assertThat(build.at("/versions/springBoot").textValue()).startsWith("3.5.");
		assertThat(build.at("/seriesCount").longValue()).isEqualTo(exposedSeries());
	}

	// With build_info, and without what others have.
	private static long exposedSeries() {
		return context.getBean(PrometheusMeterRegistry.class)
			.scrape()
			.lines()
			.filter((line) -> line.startsWith("function_calls") || line.startsWith("build_info"))
			.count();
	}

	@ParameterizedTest
	@CsvSource({ "live?range=2h, range", "graph?range=, range", "live?source=http://127.0.0.1, source",
			"build?range=1w, range" })
	void saysWhatIsWrongWithARequest(String path, String parameter) {
		HttpResponse<String> answer = get(path);

		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(ExplorerJson.valid("fault", answer.body()).at("/error").textValue()).contains("'" + parameter + "'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "lively", "no.such/series", "live/series", "series", "rules/live", "graph/edges" })
	void knowsNothingElse(String path) {
		assertThat(get(path).statusCode()).isEqualTo(404);
	}

	private static String ok(String path) {
		HttpResponse<String> answer = get(path);
		assertThat(answer.statusCode()).as("%s", answer.body()).isEqualTo(200);
		return answer.body();
	}

	private static HttpResponse<String> get(String path) {
		URI address = URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port")
				+ "/actuator/autometrics/" + path);
		try {
			return HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (Exception ex) {
			throw new IllegalStateException(path, ex);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Orders.class, Payments.class })
	static class TestApplication {

	}

	@Autometrics
	static class Orders {

		private final Payments payments;

		Orders(Payments payments) {
			this.payments = payments;
		}

		String place(String article) {
			return this.payments.charge(article);
		}

	}

	@Autometrics
	static class Payments {

		String charge(String article) {
			if (article.equals("poison")) {
				throw new IllegalStateException(article);
			}
			return article;
		}

		String refund(String article) {
			return article;
		}

		@Autometrics
		static String hidden() {
			return "";
		}

	}

}
