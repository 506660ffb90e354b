package dev.autometrics.compatibility;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.web.context.request.async.DeferredResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for request handlers of Spring MVC that answer later, over HTTP.
 */
class MvcAsyncTests {

	private static Application application;

	@BeforeAll
	static void start() {
		application = servlet(Handlers.class, Inner.class).start();
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@BeforeEach
	void forget() {
		application.calls().forget();
	}

	@ParameterizedTest
	@ValueSource(strings = { "callable", "webAsyncTask", "deferredResult", "streamingResponseBody", "future", "mono" })
	void endsWithTheAnswer(String handler) throws Exception {
		HttpResponse<String> response = application.get("/" + handler + "?outcome=value");

		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("value");
		assertEnded(handler, "ok");
	}

	@ParameterizedTest
	@ValueSource(strings = { "callable", "webAsyncTask", "deferredResult", "future", "mono" })
	void endsWithTheError(String handler) throws Exception {
		HttpResponse<String> response = application.get("/" + handler + "?outcome=error");

		assertThat(response.statusCode()).isEqualTo(500);
		assertEnded(handler, "error");
	}

	@Test
	void endsWithTheErrorOfAStreamThatIsWritten() throws Exception {
		assertThat(application.get("/streamingResponseBody?outcome=error").statusCode()).isEqualTo(500);

		assertEnded("streamingResponseBody", "error");
	}

	@Test
	void endsWithTheTimeout() throws Exception {
		try (Application impatient = servlet(Handlers.class, Inner.class)
			.properties("spring.mvc.async.request-timeout=100ms")
			.start()) {
			for (String handler : List.of("callable", "webAsyncTask", "deferredResult")) {
				assertThat(impatient.get("/" + handler + "?outcome=timeout").statusCode()).isGreaterThanOrEqualTo(500);

				assertEnded(impatient, handler, "error");
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "callable", "webAsyncTask", "deferredResult" })
	void endsWithWhatTheHandlerThrows(String handler) throws Exception {
		assertThat(application.get("/" + handler + "?outcome=throw").statusCode()).isEqualTo(500);

		assertEnded(handler, "error");
	}

	@Test
	void endsWithTheRejection() throws Exception {
		try (Application busy = servlet(Handlers.class, Inner.class, RejectingExecutor.class).start()) {
			for (String handler : List.of("callable", "webAsyncTask", "streamingResponseBody")) {
				assertThat(busy.get("/" + handler + "?outcome=value").statusCode()).isGreaterThanOrEqualTo(500);

				assertEnded(busy, handler, "error");
			}
		}
	}

	@Test
	void leavesTheCallbacksOfADeferredResult() throws Exception {
		Handlers handlers = application.bean(Handlers.class);
		String response = application.get("/deferredResult?outcome=value").body();

		assertThat(response).isEqualTo("value");
		assertThat(handlers.callbacks().poll(10, TimeUnit.SECONDS)).isEqualTo("completed");
		assertThat(handlers.callbacks()).isEmpty();
	}

	@Test
	void answersWithWhatAHandlerHasForATimeout() throws Exception {
		HttpResponse<String> response = application.get("/deferredResult?outcome=fallback");

		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("instead");
		assertEnded("deferredResult", "ok");
	}

	@Test
	void isUnderWayUntilTheAnswerIsThere() throws Exception {
		Handlers handlers = application.bean(Handlers.class);
		CompletableFuture<HttpResponse<String>> response = CompletableFuture.supplyAsync(() -> {
			try {
				return application.get("/deferredResult?outcome=later");
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		});
		DeferredResult<String> result = handlers.pending().poll(10, TimeUnit.SECONDS);
		assertThat(result).isNotNull();

		assertThat(application.calls().of("deferredResult")).isEmpty();
		assertThat(application.calls().underWay("deferredResult")).isOne();

		result.setResult("later");
		assertThat(response.get(10, TimeUnit.SECONDS).body()).isEqualTo("later");
		assertEnded("deferredResult", "ok");
	}

	@ParameterizedTest
	@ValueSource(strings = { "callable", "webAsyncTask", "streamingResponseBody" })
	void isTheCallerOfWhatItDoesLater(String handler) throws Exception {
		assertThat(application.get("/" + handler + "?outcome=inner").body()).isEqualTo("inner");

		assertThat(application.calls().of("inner")).containsExactly(handler + " > inner ok");
	}

	@Test
	void measuresACallableThatNoRequestHandlerReturnsUntilItIsReturned() throws Exception {
		Callable<String> work = application.bean(Inner.class).work();

		assertThat(application.calls().of("work")).containsExactly(" > work ok");
		assertThat(work.call()).isEqualTo("work");
		assertThat(application.calls().of("work")).hasSize(1);
	}

	private static Application.Builder servlet(Class<?>... beans) {
		return Application.with(beans).web(WebApplicationType.SERVLET).properties("logging.level.root=off");
	}

	private static void assertEnded(String handler, String result) {
		assertEnded(application, handler, result);
	}

	private static void assertEnded(Application application, String handler, String result) {
		// The client may have its answer before the server is done.
		await().until(() -> !application.calls().of(handler).isEmpty());
		await().until(() -> application.calls().underWay(handler) == 0);
		assertThat(application.calls().of(handler)).containsExactly(" > " + handler + " " + result);
	}

	/**
	 * A task executor that has no thread to spare.
	 */
	@Configuration(proxyBeanMethods = false)
	static class RejectingExecutor {

		@Bean
		AsyncTaskExecutor applicationTaskExecutor() {
			return new TaskExecutorAdapter((task) -> {
				throw new RejectedExecutionException("busy");
			});
		}

	}

}
