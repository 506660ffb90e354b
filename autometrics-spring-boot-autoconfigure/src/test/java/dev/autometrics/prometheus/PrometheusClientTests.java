package dev.autometrics.prometheus;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import dev.autometrics.prometheus.PrometheusException.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link PrometheusClient}.
 */
class PrometheusClientTests extends AskedPrometheus {

	@Test
	void readsSeries() {
		this.prometheus.answers((exchange, query) -> FakePrometheus.answer(exchange, 200,
				FakePrometheus.vector(
						FakePrometheus.series("{\"__name__\":\"up\",\"a\":\"\\u202e\\\"x\\\"\\n\"}", "1.5"),
						FakePrometheus.series("{}", "NaN"), FakePrometheus.series("{\"a\":\"y\"}", "+Inf"))));

		List<PrometheusSeries> series = ask(QUERY);

		assertThat(series).extracting(PrometheusSeries::value).containsExactly(1.5, null, null);
		assertThat(series.get(0).labels()).containsExactly(Map.entry("a", "\u202e\"x\"\n"));
		assertThat(series.get(0).points()).containsExactly(new PrometheusSeries.Point(1763800000.5, 1.5));
	}

	@Test
	void postsTheQueryAsAForm() {
		ask(PrometheusQuery.between("up{a=\"b+c & d\"}", this.now, this.now.plusSeconds(60), Duration.ofSeconds(15)));

		FakePrometheus.Request request = this.prometheus.requests().get(1);
		assertThat(request.method()).isEqualTo("POST");
		assertThat(request.path()).isEqualTo("/api/v1/query_range");
		assertThat(request.form()).containsEntry("query", "up{a=\"b+c & d\"}")
			.containsEntry("start", "1795348800")
			.containsEntry("end", "1795348860")
			.containsEntry("step", "15")
			.containsEntry("timeout", "30000ms");
	}

	@Test
	void sendsHeadersAndShowsNone() {
		PrometheusTarget target = new PrometheusTarget(URI.create(this.prometheus.url() + "/prefix/"), LONG,
				Map.of("Authorization", "Bearer s3cret", "X-Scope-OrgID", "tenant"), null);
		this.client = new PrometheusClient(target, AskedPrometheus::parse, () -> this.now);

		ask(QUERY);

		assertThat(this.prometheus.requests().get(1).path()).isEqualTo("/prefix/api/v1/query");
		assertThat(this.prometheus.requests().get(1).headers()).containsEntry("Authorization", List.of("Bearer s3cret"))
			.containsEntry("X-scope-orgid", List.of("tenant"));
		assertThat(target.toString() + this.client.url()).doesNotContain("s3cret").doesNotContain("tenant");
	}

	@Test
	void asksTheSameOnceWithinFiveSeconds() {
		ask(QUERY);
		this.now = this.now.plusSeconds(4);
		ask(QUERY);
		assertThat(queries()).containsOnlyOnce("up");

		this.now = this.now.plusSeconds(1);
		ask(QUERY);
		assertThat(queries()).filteredOn("up"::equals).hasSize(2);
	}

	@Test
	void asksTheSameOnceAtATime() throws Exception {
		CountDownLatch together = new CountDownLatch(1);
		ask(PrometheusQuery.now("first"));
		this.prometheus.answers((exchange, query) -> {
			together.await();
			FakePrometheus.answer(exchange, 200, FakePrometheus.vector(FakePrometheus.series("{}", "7")));
		});
		ExecutorService threads = Executors.newFixedThreadPool(8);
		CyclicBarrier begun = new CyclicBarrier(9);

		List<Future<List<PrometheusSeries>>> answers = IntStream.range(0, 8).mapToObj((i) -> threads.submit(() -> {
			PrometheusRequest request = this.client.begin(CHECK);
			begun.await();
			return request.ask(List.of(QUERY)).get(0).series();
		})).toList();
		begun.await();
		await().until(() -> queries().contains("up"));
		together.countDown();

		for (Future<List<PrometheusSeries>> answer : answers) {
			assertThat(answer.get().get(0).value()).isEqualTo(7);
		}
		threads.shutdown();
		assertThat(queries()).filteredOn("up"::equals).hasSize(1);
	}

	@Test
	void hasAtMostFourRequestsInFlight() {
		ask(PrometheusQuery.now("first"));
		CountDownLatch full = new CountDownLatch(4);
		this.prometheus.answers((exchange, query) -> {
			full.countDown();
			full.await();
			FakePrometheus.answer(exchange, 200, FakePrometheus.vector());
		});

		List<PrometheusAnswer> answers = this.client.begin(CHECK)
			.ask(IntStream.range(0, 20).mapToObj((i) -> PrometheusQuery.now("up" + i)).toList());

		assertThat(answers).hasSize(20).allSatisfy((answer) -> assertThat(answer.series()).isEmpty());
		assertThat(this.prometheus.mostRunning()).isEqualTo(4);
	}

	@Test
	void queryThatIsRefusedIsNoOutage() {
		this.prometheus.answers((exchange, query) -> {
			if (query.equals("bad")) {
				FakePrometheus.answer(exchange, 400,
						"{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"parse error\"}");
			}
			else {
				FakePrometheus.answer(exchange, 200, FakePrometheus.vector(FakePrometheus.series("{}", "1")));
			}
		});

		List<PrometheusAnswer> answers = this.client.begin(CHECK).ask(List.of(PrometheusQuery.now("bad"), QUERY));

		assertThat(answers.get(0).seriesOrNone()).isEmpty();
		assertThatExceptionOfType(PrometheusException.class).isThrownBy(answers.get(0)::series)
			.withMessageContaining("parse error");
		assertThat(answers.get(1).series()).hasSize(1);
		assertThat(this.client.health().failure()).isNull();
	}

	@Test
	void answerThatIsTooLargeIsNotRead() {
		this.prometheus.answers((exchange, query) -> {
			if (query.equals("up")) {
				exchange.sendResponseHeaders(200, 0);
				byte[] part = new byte[1 << 20];
				for (int i = 0; i < 17; i++) {
					exchange.getResponseBody().write(part);
				}
			}
			else {
				FakePrometheus.answer(exchange, 200, FakePrometheus.vector());
			}
		});

		PrometheusAnswer answer = this.client.begin(CHECK).ask(List.of(QUERY)).get(0);

		assertThat(catchThrowableOfType(PrometheusException.class, answer::series).kind()).isEqualTo(Kind.TOO_LARGE);
	}

	@Test
	void queryThatIsSlowByItselfIsNoOutageAndNotAskedAgainForAMinute() {
		this.client = client(SHORT);
		CountDownLatch end = new CountDownLatch(1);
		this.prometheus.answers((exchange, query) -> {
			if (query.equals("slow")) {
				end.await();
			}
			FakePrometheus.answer(exchange, 200, FakePrometheus.vector());
		});
		PrometheusQuery slow = PrometheusQuery.now("slow");

		PrometheusAnswer first = this.client.begin(CHECK).ask(List.of(slow)).get(0);
		this.now = this.now.plusSeconds(59);
		PrometheusAnswer second = this.client.begin(CHECK).ask(List.of(slow)).get(0);

		assertThatExceptionOfType(PrometheusException.class).isThrownBy(first::series)
			.withMessage("It takes longer than 0.3 s to answer what was asked");
		assertThatExceptionOfType(PrometheusException.class).isThrownBy(second::series);
		assertThat(this.client.health().failure()).isNull();
		assertThat(queries()).containsOnlyOnce("slow");
		end.countDown();
	}

	@Test
	void nothingRunsBeforeTheFirstQuestionAndAfterTheEnd() {
		assertThat(threads()).isEmpty();

		ask(QUERY);
		assertThat(threads()).isNotEmpty();
		this.client.close();

		await().until(() -> threads().isEmpty());
		assertThatExceptionOfType(PrometheusException.class).isThrownBy(() -> ask(PrometheusQuery.now("late")));
	}

	private static List<String> threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.map(Thread::getName)
			.filter((name) -> name.startsWith("autometrics-prometheus"))
			.toList();
	}

}
