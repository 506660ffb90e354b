package dev.autometrics.compatibility;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.autometrics.Autometrics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for who is the caller of what a framework or an executor of the user calls.
 */
@Tag("context-propagation")
class OtherCallerTests {

	@AfterEach
	void resetReactor() {
		Hooks.disableAutomaticContextPropagation();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void isCarriedByAnExecutorThatTheUserWraps(boolean propagate) {
		ExecutorService pool = Executors.newSingleThreadExecutor();
		ExecutorService wrapped = PropagatingExecutor.around(pool);
		try (Application application = Application.with(Outer.class, Inner.class)
			.properties("autometrics.callers.propagate=" + propagate)
			.start()) {
			Inner inner = application.bean(Inner.class);

			application.bean(Outer.class).outer(() -> CompletableFuture.supplyAsync(inner::inner, wrapped).join());
			CompletableFuture.supplyAsync(inner::inner, pool).join();

			assertThat(application.calls().of("inner")).containsExactlyInAnyOrder("outer > inner ok", " > inner ok");
		}
		finally {
			pool.shutdownNow();
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void isNobodyForWhatIsScheduled(boolean propagate) {
		try (Application application = Application.with(Inner.class, Jobs.class)
			.properties("autometrics.callers.propagate=" + propagate)
			.start()) {
			await().until(() -> !application.calls().of("inner").isEmpty());

			assertThat(application.calls().of("job")).containsOnly(" > job ok");
			assertThat(application.calls().of("inner")).containsOnly("job > inner ok");
			assertThat(application.calls().of("reactiveJob")).allMatch((call) -> call.startsWith(" > "));
		}
	}

	@ParameterizedTest
	@CsvSource({ "REACTIVE,false,''", "REACTIVE,true,handler", "SERVLET,true,handler" })
	void isTheRequestHandler(WebApplicationType type, boolean propagate, String caller) throws Exception {
		try (Application application = Application.with(Inner.class, Controller.class)
			.web(type)
			.properties("autometrics.callers.propagate=" + propagate)
			.start()) {
			assertThat(application.get("/handler").body()).isEqualTo("inner");
			assertThat(application.get("/handler").body()).isEqualTo("inner");
			await().until(() -> application.calls().of("handler").size() == 2);

			assertThat(application.calls().of("handler")).containsOnly(" > handler ok");
			assertThat(application.calls().of("inner")).hasSize(2).containsOnly(caller + " > inner ok");
			assertThat(application.calls().of("innerMono")).hasSize(2).containsOnly("handler > innerMono ok");
		}
	}

	@Test
	void isCarriedByAsynchronousMethodsThatCallEachOther() {
		try (Application application = Application.with(Outer.class, Inner.class, Jobs.class, Chain.class)
			.properties("autometrics.callers.propagate=true")
			.start()) {
			Chain chain = application.bean(Chain.class);

			application.bean(Outer.class).outer(() -> chain.first().join());
			// Whoever waits for a future may go on before what else is told of its end.
			await().until(() -> application.calls().of("first").size() == 1);

			assertThat(application.calls().of("first")).containsExactly("outer > first ok");
			assertThat(application.calls().of("innerAsync")).containsExactly("first > innerAsync ok");
		}
	}

	/**
	 * What is called at its time.
	 */
	@EnableAsync
	@EnableScheduling
	@Configuration(proxyBeanMethods = false)
	static class Jobs {

		private final Inner inner;

		Jobs(Inner inner) {
			this.inner = inner;
		}

		@Autometrics
		@Scheduled(fixedDelay = 10)
		void job() {
			this.inner.inner();
		}

		@Autometrics
		@Scheduled(fixedDelay = 10)
		Mono<String> reactiveJob() {
			return Mono.just("value");
		}

	}

	/**
	 * An asynchronous method that calls another.
	 */
	static class Chain {

		private final Inner inner;

		Chain(Inner inner) {
			this.inner = inner;
		}

		@Autometrics
		@Async
		CompletableFuture<String> first() {
			return this.inner.innerAsync();
		}

	}

	/**
	 * A request handler that changes threads.
	 */
	@RestController
	static class Controller {

		private final Inner inner;

		Controller(Inner inner) {
			this.inner = inner;
		}

		@Autometrics
		@GetMapping("/handler")
		Mono<String> handler() {
			return this.inner.innerMono().publishOn(Schedulers.parallel()).map((value) -> this.inner.inner());
		}

	}

}
