package dev.autometrics.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.springframework.test.util.TestSocketUtils;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A real Prometheus, that scrapes one application every second unless it says otherwise.
 * It keeps its data in a folder that {@link #close} deletes.
 */
final class PrometheusServer implements AutoCloseable {

	private static final String CONFIGURATION = """
			global:
			  scrape_interval: 1s
			  scrape_timeout: 1s
			scrape_configs:
			  - job_name: shop
			    metrics_path: /actuator/prometheus
			    static_configs:
			      - targets: ['127.0.0.1:%d']
			""";

	private static final String GATEWAY_CONFIGURATION = """
			global:
			  scrape_interval: 1s
			  scrape_timeout: 1s
			scrape_configs:
			  - job_name: pushgateway
			    honor_labels: true
			    static_configs:
			      - targets: ['127.0.0.1:%d']
			""";

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final String url;

	private final PrometheusApi api;

	private final Path folder;

	private final ProcessBuilder start;

	private Process process;

	private PrometheusServer(String address, Path folder, ProcessBuilder start) throws IOException {
		this.url = "http://" + address;
		this.api = new PrometheusApi(this.url);
		this.folder = folder;
		this.start = start.redirectErrorStream(true).redirectOutput(log().toFile());
		this.process = this.start.start();
	}

	/**
	 * Start a Prometheus and wait until it answers.
	 * @param port the port of the application that it scrapes, which need not run yet
	 * @param options further options of the command line
	 * @return the running server
	 */
	static PrometheusServer scraping(int port, String... options) {
		return start(CONFIGURATION.formatted(port), (data) -> {
		}, options);
	}

	/**
	 * Start a Prometheus that scrapes a Pushgateway as one does, and wait until it
	 * answers.
	 * @param port the port of the Pushgateway
	 * @return the running server
	 */
	static PrometheusServer scrapingGateway(int port) {
		return start(GATEWAY_CONFIGURATION.formatted(port), (data) -> {
		});
	}

	/**
	 * Start a Prometheus that scrapes nothing and remembers something.
	 * @param history writes the data that it starts with into a folder
	 * @return the running server
	 */
	static PrometheusServer remembering(Consumer<Path> history) {
		return start("scrape_configs: []\n", history);
	}

	/**
	 * Start a Prometheus and wait until it answers.
	 * @param configuration its configuration
	 * @param history writes the data that it starts with into a folder
	 * @param options further options of the command line
	 * @return the running server
	 */
	static PrometheusServer start(String configuration, Consumer<Path> history, String... options) {
		return start((folder, address) -> {
			Path data = folder.resolve("data");
			history.accept(data);
			List<String> command = new ArrayList<>(
					List.of(binary(), "--config.file=" + configuration(folder, configuration),
							"--storage.tsdb.path=" + data, "--web.listen-address=" + address));
			command.addAll(List.of(options));
			return new ProcessBuilder(command);
		});
	}

	/**
	 * Start a Prometheus that reads what is there already, and wait until it answers.
	 * @param data its data, which are deleted in the end
	 * @return the running server
	 */
	static PrometheusServer reading(Path data) {
		return start("scrape_configs: []\n", (folder) -> {
			try {
				Files.move(data, folder);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}, "--storage.tsdb.retention.time=40d");
	}

	/**
	 * Start a Prometheus as the script in the folder {@code setup} does it, and wait
	 * until it answers.
	 * @param port the port of the application that it scrapes, which need not run yet
	 * @return the running server
	 */
	static PrometheusServer ofScript(int port) {
		return start((folder, address) -> {
			ProcessBuilder script = new ProcessBuilder("bash", "setup/prometheus.sh", "127.0.0.1:" + port, address);
			script.environment().putAll(Map.of("PROMETHEUS", binary(), "TMPDIR", folder.toString()));
			return script;
		});
	}

	private static PrometheusServer start(Start start) {
		try {
			Path folder = Files.createTempDirectory("prometheus");
			String address = "127.0.0.1:" + TestSocketUtils.findAvailableTcpPort();
			PrometheusServer server = new PrometheusServer(address, folder, start.in(folder, address));
			server.awaitReady();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String binary() {
		return Objects.requireNonNull(PrometheusBinary.configured().find(), "Prometheus is not installed").toString();
	}

	private static Path configuration(Path folder, String content) throws IOException {
		return Files.writeString(folder.resolve("prometheus.yml"), content);
	}

	private void awaitReady() throws IOException {
		try {
			await().atMost(PATIENCE).ignoreExceptions().until(() -> !this.process.isAlive() || isReady());
			assertThat(this.process.isAlive()).as(() -> "Prometheus runs. Its log: " + readLog()).isTrue();
		}
		catch (AssertionError | RuntimeException ex) {
			close();
			throw ex;
		}
	}

	private boolean isReady() {
		return Http.get(this.url + "/-/ready").statusCode() == 200;
	}

	String url() {
		return this.url;
	}

	PrometheusApi api() {
		return this.api;
	}

	/**
	 * Wait for a scrape that starts after now, so that it has all that happened before.
	 * @return the time of the scrape, in seconds since the epoch
	 */
	double awaitScrape() {
		double now = System.currentTimeMillis() / 1000.0;
		return await().atMost(PATIENCE).until(this::lastScrape, (scraped) -> scraped > now);
	}

	private double lastScrape() {
		List<Sample> up = this.api.query("timestamp(up) and up == 1");
		return up.isEmpty() ? 0 : up.get(0).value();
	}

	private Path log() {
		return this.folder.resolve("prometheus.log");
	}

	private String readLog() {
		try {
			return Files.readString(log());
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

	/**
	 * Start again at the same address, with the same data.
	 */
	void startAgain() throws IOException {
		this.process = this.start.start();
		awaitReady();
	}

	@Override
	public void close() throws IOException {
		stop();
		FileSystemUtils.deleteRecursively(this.folder);
	}

	/**
	 * Stop, and keep the data.
	 */
	void stop() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
				this.process.destroyForcibly().waitFor();
			}
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * How a server is started.
	 */
	private interface Start {

		ProcessBuilder in(Path folder, String address) throws IOException;

	}

}
