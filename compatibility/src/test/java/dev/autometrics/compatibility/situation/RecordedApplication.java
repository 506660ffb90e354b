package dev.autometrics.compatibility.situation;

import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.autometrics.compatibility.export.BatchFunctions;
import dev.autometrics.problems.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.util.ClassUtils;

/**
 * An application in a JVM of its own that records with OpenTelemetry. It prints what is
 * exported when it ends.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(BatchFunctions.class)
public class RecordedApplication {

	static final String GLOBAL = "--recorded.global=true";

	static final String METER = "@meter ";

	private static final String MICROMETER = "io.micrometer.core.instrument.MeterRegistry";

	/**
	 * Run the application.
	 * @param properties its properties
	 * @throws Exception if the application fails
	 */
	public static void main(String[] properties) throws Exception {
		OpenTelemetrySdk global = List.of(properties).contains(GLOBAL) ? sdk() : null;
		if (global != null) {
			GlobalOpenTelemetry.set(global);
		}
		try (ConfigurableApplicationContext context = SpringApplication.run(RecordedApplication.class, properties)) {
			context.getBean(BatchFunctions.class).load();
			context.getBean(Problems.class)
				.snapshot()
				.forEach((problem) -> SituationApplication.print(SituationReport.PROBLEM,
						problem.code().code() + " " + problem.message()));
			if (ClassUtils.isPresent(MICROMETER, RecordedApplication.class.getClassLoader())) {
				Registries.print(context);
			}
			else {
				SituationApplication.print(METER, "no Micrometer");
			}
			if (global != null) {
				global.getSdkMeterProvider().forceFlush().join(30, TimeUnit.SECONDS);
			}
		}
	}

	/**
	 * Spring Boot puts this into the OpenTelemetry that it makes.
	 */
	@Bean
	@ConditionalOnProperty("recorded.provider")
	static SdkMeterProvider meterProvider() {
		return provider();
	}

	/**
	 * An OpenTelemetry of the application, where Spring Boot makes none.
	 */
	@Bean
	@ConditionalOnProperty("recorded.own")
	static OpenTelemetry openTelemetry() {
		return sdk();
	}

	private static OpenTelemetrySdk sdk() {
		return OpenTelemetrySdk.builder().setMeterProvider(provider()).build();
	}

	private static SdkMeterProvider provider() {
		return SdkMeterProvider.builder()
			.registerMetricReader(PeriodicMetricReader.create(new RecordedExporter()))
			.build();
	}

	/**
	 * The registries of Micrometer, where there are some.
	 */
	static final class Registries {

		private Registries() {
		}

		static void print(ConfigurableApplicationContext context) {
			context.getBeansOfType(MeterRegistry.class)
				.values()
				.stream()
				.flatMap((registry) -> registry.getMeters().stream())
				.map((meter) -> meter.getId().getName())
				.filter((name) -> name.startsWith("function.") || name.startsWith("build."))
				.forEach((name) -> SituationApplication.print(METER, name));
		}

	}

}
