package dev.autometrics.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a Prometheus has stored of many instances in twenty minutes, which promtool writes
 * in a second. Every instance has one function, {@code place}, with two callers and an
 * objective. Nothing of it ends with a marker, as if it had been pushed.
 */
final class FleetHistory {

	/**
	 * Minutes that there are samples of.
	 */
	static final int MINUTES = 20;

	/**
	 * Calls per second of an instance.
	 */
	static final double RATE = 2;

	/**
	 * The share of them that fails.
	 */
	static final double ERRORS = 0.1;

	private static final int MINUTE = 60;

	private static final String FUNCTION = "function=\"place\",module=\"com.acme.Orders\"";

	private static final String CALLER = ",caller_function=\"order\",caller_module=\"com.acme.Shop\"";

	private static final String OBJECTIVE = ",objective_name=\"api\",objective_percentile=\"99\"";

	private static final String THRESHOLD = ",objective_latency_threshold=\"0.25\"";

	private final StringBuilder text = new StringBuilder();

	// Six hours ago, so that it is in no block that Prometheus is writing.
	private final long start = Instant.now().getEpochSecond() / MINUTE * MINUTE - 6 * 60 * MINUTE;

	/**
	 * Return the time of a minute.
	 * @param minute the minute, from 0 to {@link #MINUTES}
	 * @return seconds since the epoch
	 */
	double at(int minute) {
		return this.start + (long) minute * MINUTE;
	}

	/**
	 * Add an instance.
	 * @param service the name of its service
	 * @param instance the name of the instance
	 * @return the instance, without any series
	 */
	Target target(String service, String instance) {
		return new Target().with("service_name", service).with("instance", instance).with("job", "fleet");
	}

	/**
	 * Write all of it as blocks of a Prometheus.
	 * @param data the folder
	 */
	void writeTo(Path data) {
		Path folder = data.toAbsolutePath().getParent();
		try {
			Files.writeString(folder.resolve("history.txt"), this.text + "# EOF\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Promtool promtool = Promtool.run(folder, "tsdb", "create-blocks-from", "-q", "openmetrics", "history.txt",
				data.getFileName().toString());
		assertThat(promtool.exitCode()).as(promtool.output()).isZero();
	}

	/**
	 * An instance that is scraped.
	 */
	final class Target {

		private final Map<String, String> labels = new LinkedHashMap<>();

		private int from;

		private int until = MINUTES;

		private int step = 15;

		private Target() {
		}

		Target with(String label, String value) {
			this.labels.put(label, value);
			return this;
		}

		Target without(String label) {
			this.labels.remove(label);
			return this;
		}

		Target between(int from, int until) {
			this.from = from;
			this.until = until;
			return this;
		}

		Target everyMinute() {
			this.step = MINUTE;
			return this;
		}

		/**
		 * Let it be of a version.
		 * @param version the version
		 * @return this instance
		 */
		Target version(String version) {
			return add("build_info",
					",autometrics_version=\"1.0.0\",version=\"" + version + "\",commit=\"c" + version + "\"", 0, 1);
		}

		Target foreignBuildInfo(String version) {
			return add("build_info", ",version=\"" + version + "\",goversion=\"go1.22\"", 0, 1);
		}

		Target calls() {
			return calls(ERRORS);
		}

		/**
		 * Let its function be called, by a function and by nobody in turns.
		 * @param errors the share of the calls that fail
		 * @return this instance
		 */
		Target calls(double errors) {
			for (String caller : new String[] { ",caller_function=\"\",caller_module=\"\"", CALLER }) {
				add("function_calls_total", ofFunction(caller) + ",result=\"ok\"", RATE / 2 * (1 - errors), 0);
				add("function_calls_total", ofFunction(caller) + ",result=\"error\"", RATE / 2 * errors, 0);
			}
			return durations(RATE);
		}

		Target idle() {
			add("function_calls_total", ofFunction("") + ",result=\"ok\"", 0, 0);
			add("function_calls_total", ofFunction("") + ",result=\"error\"", 0, 0);
			return durations(0);
		}

		Target callsWithoutSeriesOfErrors() {
			return add("function_calls_total", ofFunction("") + ",result=\"ok\"", RATE, 0).durations(RATE);
		}

		// All take between 100 and 250 milliseconds.
		private Target durations(double perSecond) {
			String labels = ofFunction(THRESHOLD);
			add("function_calls_duration_seconds_bucket", labels + ",le=\"0.1\"", 0, 0);
			add("function_calls_duration_seconds_bucket", labels + ",le=\"0.25\"", perSecond, 0);
			add("function_calls_duration_seconds_bucket", labels + ",le=\"+Inf\"", perSecond, 0);
			return add("function_calls_duration_seconds_count", labels, perSecond, 0);
		}

		private String ofFunction(String more) {
			return "," + FUNCTION + OBJECTIVE + more;
		}

		private Target add(String metric, String more, double perSecond, double first) {
			String series = this.labels.entrySet()
				.stream()
				.map((label) -> label.getKey() + "=\"" + label.getValue() + "\"")
				.collect(Collectors.joining(",", metric + "{", more + "} "));
			for (int second = this.from * MINUTE; second < this.until * MINUTE; second += this.step) {
				FleetHistory.this.text.append(series)
					.append(first + perSecond * (second - this.from * MINUTE))
					.append(' ')
					.append(FleetHistory.this.start + second)
					.append('\n');
			}
			return this;
		}

	}

}
