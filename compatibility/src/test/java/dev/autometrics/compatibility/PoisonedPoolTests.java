package dev.autometrics.compatibility;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.autometrics.instrument.CallerContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests that no thread of a pool keeps a function that has run on it, however it ended.
 */
class PoisonedPoolTests {

	private static final int THREADS = 2;

	private static final int ROUNDS = 20;

	private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(THREADS);

	private final Scheduler scheduler = Schedulers.fromExecutorService(this.pool);

	@BeforeEach
	@AfterEach
	void resetReactor() {
		Hooks.disableAutomaticContextPropagation();
	}

	@AfterEach
	void stop() {
		this.scheduler.dispose();
		this.pool.shutdownNow();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void leavesNothingBehind(boolean propagate) throws Exception {
		try (Application application = Application.with(Outer.class, Inner.class, PassThrough.class)
			.properties("autometrics.callers.propagate=" + propagate)
			.start()) {
			for (int round = 0; round < ROUNDS; round++) {
				returnAndThrow(application);
				completeFutures(application);
				completeCancelAndFailPublishers(application);
				timeOut(application);
			}

			assertThat(CallerContext.current()).isNull();
			assertThat(functionsOn(this.pool)).containsOnlyNulls();
			assertNoStaleCaller(application);
		}
	}

	private void returnAndThrow(Application application) throws Exception {
		Outer outer = application.bean(Outer.class);
		Inner inner = application.bean(Inner.class);
		this.pool.submit(() -> outer.outer(inner::inner)).get();
		Future<?> failing = this.pool.submit(() -> outer.outer(() -> {
			throw new AssertionError("an error, not an exception");
		}));
		assertThatThrownBy(failing::get).hasRootCauseInstanceOf(AssertionError.class);
		outer.outer(() -> CompletableFuture.supplyAsync(inner::inner, this.pool).join());
	}

	private void completeFutures(Application application) throws Exception {
		Inner inner = application.bean(Inner.class);
		List<CompletableFuture<String>> futures = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			CompletableFuture<String> future = new CompletableFuture<>();
			futures.add(application.bean(Outer.class)
				.outer(() -> application.bean(PassThrough.class).completableFuture(future))
				.thenApply((value) -> inner.inner()));
		}
		CompletableFuture<String> failing = new CompletableFuture<>();
		CompletableFuture<Void> callback = application.bean(PassThrough.class)
			.completableFuture(failing)
			.handle((value, failure) -> {
				throw new IllegalStateException("in a callback");
			});
		this.pool.submit(() -> failing.completeExceptionally(new IllegalStateException("failed"))).get();
		assertThat(callback).isCompletedExceptionally();
		this.pool.submit(() -> futures.get(0).cancel(true)).get();
		this.pool.submit(() -> futures.get(1).complete("value")).get();
		this.pool.submit(() -> futures.get(2).completeExceptionally(new IllegalStateException("failed"))).get();
	}

	private void completeCancelAndFailPublishers(Application application) {
		Outer outer = application.bean(Outer.class);
		Inner inner = application.bean(Inner.class);
		Duration patience = Duration.ofSeconds(10);
		outer.outerMono(() -> inner.innerMono().publishOn(this.scheduler).map((value) -> inner.inner()))
			.subscribeOn(this.scheduler)
			.block(patience);
		assertThatThrownBy(() -> outer.outerMono(() -> inner.innerMono().publishOn(this.scheduler).map((value) -> {
			throw new IllegalStateException("failed");
		})).subscribeOn(this.scheduler).block(patience)).hasMessage("failed");
		Disposable endless = outer
			.outerMono(() -> Flux.interval(Duration.ofNanos(100_000), this.scheduler)
				.onBackpressureDrop()
				.map((tick) -> inner.inner())
				.then(Mono.<String>never()))
			.subscribeOn(this.scheduler)
			.subscribe();
		outer.outerMono(() -> Mono.delay(Duration.ofMillis(1), this.scheduler).map((tick) -> inner.inner()))
			.block(patience);
		endless.dispose();
		application.bean(PassThrough.class)
			.flux(Flux.just("a", "b", "c").publishOn(this.scheduler))
			.map((value) -> inner.inner())
			.take(1)
			.blockLast(patience);
	}

	private void timeOut(Application application) {
		Mono<String> late = application.bean(Outer.class)
			.outerMono(() -> Mono.<String>never().publishOn(this.scheduler))
			.timeout(Duration.ofMillis(1), this.scheduler);

		assertThat(catchThrowable(() -> late.block(Duration.ofSeconds(10))).getCause())
			.isInstanceOf(TimeoutException.class);
	}

	@Test
	void leavesNothingBehindWhenATaskIsRejected() {
		ThreadPoolExecutor full = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new SynchronousQueue<>());
		full.shutdown();
		Scheduler rejecting = Schedulers.fromExecutorService(full);
		try (Application application = Application.with(Outer.class, Inner.class).start()) {
			Inner inner = application.bean(Inner.class);
			Outer outer = application.bean(Outer.class);

			assertThat(
					catchThrowable(() -> outer.outer(() -> CompletableFuture.supplyAsync(inner::inner, full).join())))
				.isNotNull();
			assertThat(catchThrowable(() -> outer.outerMono(() -> inner.innerMono().subscribeOn(rejecting)).block()))
				.isNotNull();
			assertThat(catchThrowable(() -> outer.outerMono(() -> inner.innerMono().publishOn(rejecting)).block()))
				.isNotNull();

			assertThat(CallerContext.current()).isNull();
			assertThat(application.calls().underWay("outer")).isZero();
			assertThat(application.calls().underWay("outerMono")).isZero();
			assertNoStaleCaller(application);
		}
	}

	private void assertNoStaleCaller(Application application) {
		application.calls().forget();
		List<CompletableFuture<String>> calls = new ArrayList<>();
		for (int i = 0; i < THREADS * 2; i++) {
			calls.add(CompletableFuture.supplyAsync(application.bean(Inner.class)::inner, this.pool));
		}
		calls.forEach(CompletableFuture::join);

		assertThat(application.calls().of("inner")).hasSize(THREADS * 2).containsOnly(" > inner ok");
	}

	private static List<Object> functionsOn(ExecutorService pool) throws Exception {
		// All threads of the pool wait for each other, so that each of them runs one.
		CyclicBarrier barrier = new CyclicBarrier(THREADS);
		Callable<Object> task = () -> {
			barrier.await(10, TimeUnit.SECONDS);
			return CallerContext.current();
		};
		List<Object> functions = new ArrayList<>();
		for (Future<Object> future : pool.invokeAll(Collections.nCopies(THREADS, task))) {
			functions.add(future.get());
		}
		return functions;
	}

}
