package dev.autometrics.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.springframework.test.util.TestSocketUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A real Pushgateway that keeps what it is sent in memory.
 */
final class PushgatewayServer implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final int port = TestSocketUtils.findAvailableTcpPort();

	private final Process process;

	PushgatewayServer() {
		String program = Objects.requireNonNull(PrometheusBinary.pushgateway().find(), "Pushgateway is not installed")
			.toString();
		try {
			this.process = new ProcessBuilder(program, "--web.listen-address=" + address()).redirectErrorStream(true)
				.redirectOutput(Redirect.DISCARD)
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		await().atMost(PATIENCE).ignoreExceptions().until(() -> !this.process.isAlive() || isReady());
		assertThat(this.process.isAlive()).as("Pushgateway runs").isTrue();
	}

	private boolean isReady() {
		return Http.get("http://" + address() + "/-/ready").statusCode() == 200;
	}

	/**
	 * Return when something was pushed last.
	 * @param region the region of the group
	 * @return the line of the metrics that tells, or none
	 */
	List<String> lastPush(String region) {
		return Http.get("http://" + address() + "/metrics")
			.body()
			.lines()
			.filter((line) -> line.startsWith("push_time_seconds{") && line.contains("region=\"" + region + "\""))
			.toList();
	}

	int port() {
		return this.port;
	}

	String address() {
		return "127.0.0.1:" + this.port;
	}

	@Override
	public void close() {
		this.process.destroy();
		this.process.onExit().join();
	}

}
