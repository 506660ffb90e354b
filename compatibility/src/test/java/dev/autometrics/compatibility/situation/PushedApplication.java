package dev.autometrics.compatibility.situation;

import java.util.Arrays;

import dev.autometrics.compatibility.export.BatchFunctions;
import dev.autometrics.problems.Problems;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * An application in a JVM of its own that pushes its metrics over OTLP when it ends. It
 * prints what has arrived.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(BatchFunctions.class)
public class PushedApplication {

	/**
	 * Run the application.
	 * @param properties its properties
	 * @throws Exception if there is no receiver
	 */
	public static void main(String[] properties) throws Exception {
		try (OtlpReceiver receiver = new OtlpReceiver()) {
			String[] all = Arrays.copyOf(properties, properties.length + 1);
			all[properties.length] = "--management.otlp.metrics.export.url=" + receiver.url();
			Problems problems;
			try (ConfigurableApplicationContext context = SpringApplication.run(PushedApplication.class, all)) {
				context.getBean(BatchFunctions.class).load();
				problems = context.getBean(Problems.class);
			}
			problems.snapshot()
				.forEach((problem) -> SituationApplication.print(SituationReport.PROBLEM,
						problem.code().code() + " " + problem.fix()));
			receiver.lines().forEach((line) -> SituationApplication.print(SituationReport.SERIES, line));
		}
	}

}
