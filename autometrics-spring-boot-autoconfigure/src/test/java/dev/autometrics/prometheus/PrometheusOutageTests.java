package dev.autometrics.prometheus;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.autometrics.prometheus.PrometheusException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link PrometheusClient} and a Prometheus that does not answer.
 */
class PrometheusOutageTests extends AskedPrometheus {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "401 | {} | UNAUTHORIZED | HTTP 401",
			"403 | <html> | UNAUTHORIZED | HTTP 403", "404 | <html>not here | NOT_PROMETHEUS | HTTP 404",
			"200 | <html>hello | NOT_PROMETHEUS | HTTP 200",
			"200 | {\"status\":\"success\"} | NOT_PROMETHEUS | not as a Prometheus",
			"200 | {\"status\":\"success\",\"data\":{\"result\":[{\"metric\":{},\"value\":[1]}]}} | NOT_PROMETHEUS | not as",
			"200 | {\"status\": | NOT_PROMETHEUS | HTTP 200", "502 | <html> | UNREACHABLE | HTTP 502",
			"503 | {\"status\":\"error\",\"errorType\":\"unavailable\",\"error\":\"starting\"} | UNREACHABLE | starting" })
	void tellsFailuresApart(int status, String body, Kind kind, String message) {
		this.prometheus.answers(status, body);

		assertThatExceptionOfType(PrometheusException.class).isThrownBy(() -> ask(QUERY))
			.withMessageContaining(message)
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(kind));
		assertThat(this.client.health().failure()).isEqualTo(kind);
		assertThat(this.client.health().error()).contains(message);
		assertThat(this.client.health().retryAt()).isEqualTo(this.now.plusSeconds(5));
	}

	@Test
	void followsNoRedirect() {
		try (FakePrometheus other = new FakePrometheus()) {
			this.prometheus.answers((exchange, query) -> {
				exchange.getResponseHeaders().set("Location", other.url() + "/login?token=s3cret");
				exchange.sendResponseHeaders(307, -1);
			});

			assertThatExceptionOfType(PrometheusException.class).isThrownBy(() -> ask(QUERY))
				.withMessageContaining("another address")
				.withMessageNotContaining("s3cret");
			assertThat(other.requests()).isEmpty();
		}
	}

	@Test
	void prometheusThatIsNotThereIsUnreachable() {
		this.prometheus.close();

		assertThatExceptionOfType(PrometheusException.class).isThrownBy(() -> ask(QUERY))
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(Kind.UNREACHABLE));
		assertThat(this.client.health().error()).isEqualTo("Connection refused");
	}

	@Test
	void hostThatIsNotKnownIsUnreachable() {
		this.client = new PrometheusClient(
				new PrometheusTarget(URI.create("http://prometheus.invalid:9090"), LONG, Map.of(), null),
				AskedPrometheus::parse, () -> this.now);

		assertThatExceptionOfType(PrometheusException.class).isThrownBy(() -> ask(QUERY))
			.withMessage("Its host is not known");
	}

	@Test
	void nobodyAsksAgainDuringBackOffWhichGrowsToAMinute() {
		this.prometheus.answers(500, "");
		int asked = 0;
		for (int delay : new int[] { 5, 10, 20, 40, 60, 60 }) {
			assertThatExceptionOfType(PrometheusException.class).isThrownBy(() -> ask(QUERY));
			asked++;
			assertThat(this.client.health().retryAt()).isEqualTo(this.now.plusSeconds(delay));
			this.now = this.now.plusSeconds(delay - 1);
			assertThatExceptionOfType(PrometheusException.class).isThrownBy(() -> ask(QUERY))
				.withMessage("It answers HTTP 500");
			assertThat(queries()).hasSize(asked).containsOnly("count(up)");
			this.now = this.now.plusSeconds(1);
		}

		this.prometheus.answers(200, FakePrometheus.vector());
		assertThat(ask(QUERY)).isEmpty();
		assertThat(this.client.health()).isEqualTo(new PrometheusHealth(null, null, this.now, null));
		this.prometheus.answers(500, "");
		assertThatExceptionOfType(PrometheusException.class).isThrownBy(() -> ask(PrometheusQuery.now("other")));
		assertThat(this.client.health().retryAt()).isEqualTo(this.now.plusSeconds(5));
	}

	@Test
	void oneRequestAtATimeFindsOutWhetherItIsBack() throws Exception {
		this.prometheus.answers(500, "");
		assertThatExceptionOfType(PrometheusException.class).isThrownBy(() -> ask(QUERY));
		this.now = this.now.plusSeconds(5);
		CountDownLatch back = new CountDownLatch(1);
		this.prometheus.answers((exchange, query) -> {
			back.await();
			FakePrometheus.answer(exchange, 200, FakePrometheus.vector());
		});
		ExecutorService thread = Executors.newSingleThreadExecutor();

		Future<List<PrometheusSeries>> probe = thread.submit(() -> ask(QUERY));
		await().until(() -> queries().size() == 2);
		assertThatExceptionOfType(PrometheusException.class).isThrownBy(() -> ask(QUERY))
			.withMessage("It answers HTTP 500");
		back.countDown();

		assertThat(probe.get()).isEmpty();
		assertThat(ask(QUERY)).isEmpty();
		thread.shutdown();
	}

	@Test
	void prometheusThatHangsIsWaitedForOnce() {
		this.client = client(SHORT);
		this.prometheus.hangs();

		assertThatExceptionOfType(PrometheusException.class).isThrownBy(() -> ask(QUERY))
			.withMessage("It does not answer within 0.3 s");
		assertThatExceptionOfType(PrometheusException.class).isThrownBy(() -> ask(QUERY));

		assertThat(queries()).containsExactly("count(up)");
		assertThat(this.client.health().failure()).isEqualTo(Kind.TIMEOUT);
	}

	@Test
	void prometheusThatStopsInTheMiddleOfAnAnswerIsWaitedForOnce() {
		this.client = client(SHORT);
		CountDownLatch end = new CountDownLatch(1);
		this.prometheus.answers((exchange, query) -> {
			exchange.sendResponseHeaders(200, 0);
			exchange.getResponseBody().write('{');
			exchange.getResponseBody().flush();
			end.await();
		});

		assertThatExceptionOfType(PrometheusException.class).isThrownBy(() -> ask(QUERY))
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(Kind.TIMEOUT));
		end.countDown();
	}

}
