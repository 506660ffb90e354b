package dev.autometrics.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;

import dev.autometrics.actuate.endpoint.AutometricsEndpoint;
import dev.autometrics.actuate.endpoint.AutometricsEndpointWebExtension;
import dev.autometrics.live.CallHistory;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.json.JsonMapper;

/**
 * What reads the figures of 500 functions: the scrape of Prometheus, the endpoint, and
 * the sample of the history.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ReadBenchmarks {

	@Benchmark
	public OutputStream scrape(LargeApplication application) throws IOException {
		return scrapeAll(application);
	}

	@Benchmark
	public OutputStream scrapeByHand(LargeApplication.ByHand application) throws IOException {
		return scrapeAll(application);
	}

	private static OutputStream scrapeAll(LargeApplication application) throws IOException {
		OutputStream nowhere = OutputStream.nullOutputStream();
		((PrometheusMeterRegistry) application.registry()).scrape(nowhere);
		return nowhere;
	}

	@Benchmark
	public byte[] functions(Answers answers) {
		return answers.functions();
	}

	@Benchmark
	public byte[] live(Answers answers) {
		return answers.live();
	}

	@Benchmark
	public CallHistory sample(Answers answers) {
		answers.history.sample();
		return answers.history;
	}

	/**
	 * The endpoint of the application, whose history is full.
	 */
	@State(Scope.Benchmark)
	@SuppressWarnings("NullAway.Init")
	public static class Answers {

		private JsonMapper json;

		private AutometricsEndpoint endpoint;

		private AutometricsEndpointWebExtension web;

		private CallHistory history;

		@Setup
		public void prepare(LargeApplication application) {
			this.json = application.bean(JsonMapper.class);
			this.endpoint = application.bean(AutometricsEndpoint.class);
			this.web = application.bean(AutometricsEndpointWebExtension.class);
			this.history = application.history();
		}

		byte[] functions() {
			return this.json.writeValueAsBytes(this.endpoint.application());
		}

		byte[] live() {
			return this.json.writeValueAsBytes(this.web.item("live", null, "live").getBody());
		}

	}

}
