package dev.autometrics.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.springframework.test.util.TestSocketUtils;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A real Prometheus, which scrapes every second. It keeps its data in a folder that
 * {@link #close} deletes.
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

	private final String url = "http://127.0.0.1:" + TestSocketUtils.findAvailableTcpPort();

	private final PrometheusApi api = new PrometheusApi(this.url);

	private final Path folder;

	private final Process process;

	private PrometheusServer(String scraped, Consumer<Path> history, String... options) throws IOException {
		this.folder = Files.createTempDirectory("prometheus");
		Path configuration = Files.writeString(this.folder.resolve("prometheus.yml"), scraped);
		history.accept(this.folder.resolve("data"));
		List<String> command = new ArrayList<>(List.of(
				Objects.requireNonNull(PrometheusBinary.configured().find(), "Prometheus is not installed").toString(),
				"--config.file=" + configuration, "--storage.tsdb.path=" + this.folder.resolve("data"),
				"--web.listen-address=" + this.url.substring("http://".length())));
		command.addAll(List.of(options));
		this.process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log().toFile()).start();
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
		try {
			PrometheusServer server = new PrometheusServer(configuration, history, options);
			server.awaitReady();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
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

	@Override
	public void close() throws IOException {
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
		FileSystemUtils.deleteRecursively(this.folder);
	}

}
