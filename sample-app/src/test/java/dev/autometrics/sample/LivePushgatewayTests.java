package dev.autometrics.sample;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.autometrics.Autometrics;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * Lets batch jobs push to a real Pushgateway when they end, and asks a real Prometheus
 * that scrapes it.
 */
@RequiresPrometheus
@RequiresPushgateway
class LivePushgatewayTests {

	private static final String JOB = "job=\"import\",service_name=\"import\"";

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	@AutoClose
	private static PushgatewayServer gateway;

	@AutoClose
	private static PrometheusServer prometheus;

	@BeforeAll
	static void runJobs() {
		gateway = new PushgatewayServer();
		prometheus = PrometheusServer.scrapingGateway(gateway.port());
		run("1.4.2", "north", 2);
		run("1.4.2", "south", 1);
		run("1.4.3", "south", 5);
		prometheus.awaitScrape();
	}

	private static void run(String version, String region, int articles) {
		List<String> properties = new ArrayList<>(List.of("--spring.application.name=import",
				"--autometrics.version=" + version, "--spring.config.name=batch", "--spring.main.banner-mode=off"));
		for (String property : List.of("enabled=true", "address=" + gateway.address(), "push-rate=1h",
				"shutdown-operation=put", "grouping-key.region=" + region)) {
			properties.add("--management.prometheus.metrics.export.pushgateway." + property);
		}
		List<String> before = gateway.lastPush(region);
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(BatchApplication.class)
			.web(WebApplicationType.NONE)
			.run(properties.toArray(String[]::new))) {
			// Spring Boot pushes at the start too, and does not wait for that push at the
			// end.
			await().atMost(PATIENCE)
				.untilAsserted(() -> assertThat(gateway.lastPush(region)).isNotEmpty().isNotEqualTo(before));
			Catalogue catalogue = context.getBean(Catalogue.class);
			for (int article = 0; article < articles; article++) {
				catalogue.add("article");
			}
			assertThatIllegalArgumentException().isThrownBy(() -> catalogue.add(""));
		}
	}

	@Test
	void lastRunOfEachGroupIsThere() {
		assertThat(ask("function_calls_total{function=\"add\",result=\"ok\"," + JOB + ",region=\"north\"}"))
			.containsExactly(2.0);
		assertThat(ask("function_calls_total{function=\"add\",result=\"ok\"," + JOB + ",region=\"south\"}"))
			.containsExactly(5.0);
		assertThat(ask("function_calls_total{function=\"add\",result=\"error\"," + JOB + "}")).containsExactly(1.0,
				1.0);
		assertThat(ask("function_calls_duration_seconds_count{function=\"add\"," + JOB + ",region=\"south\"}"))
			.containsExactly(6.0);
	}

	@Test
	void buildInfoIsThatOfTheLastRun() {
		assertThat(prometheus.api().query("build_info{" + JOB + "} == 1"))
			.extracting((sample) -> sample.label("region") + " " + sample.label("version"))
			.containsExactlyInAnyOrder("north 1.4.2", "south 1.4.3");
	}

	@Test
	void seriesHaveNoInstanceThatWouldBeTheGateway() {
		assertThat(prometheus.api().query("function_calls_total{" + JOB + "}")).isNotEmpty()
			.allSatisfy((sample) -> assertThat(sample.labels()).doesNotContainKey("instance"));
	}

	private static List<Double> ask(String promql) {
		return prometheus.api().query(promql).stream().map(Sample::value).toList();
	}

	/**
	 * An application that does its work and ends.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Catalogue.class)
	static class BatchApplication {

	}

	/**
	 * What the job fills.
	 */
	static class Catalogue {

		@Autometrics
		int add(String article) {
			if (article.isEmpty()) {
				throw new IllegalArgumentException("Nothing to add");
			}
			return article.length();
		}

	}

}
