package dev.autometrics.compatibility;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import dev.autometrics.Result;
import dev.autometrics.compatibility.PassThrough.NamedFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the end of calls that return a future: which return type, which end, which
 * result.
 */
class FutureCompletionTests {

	private static final Duration WORK = Duration.ofMillis(700);

	private static Application application;

	private static ExecutorService otherThread;

	@BeforeAll
	static void start() {
		application = Application.with(PassThrough.class, Outer.class).start();
		otherThread = Executors.newSingleThreadExecutor();
	}

	@AfterAll
	static void stop() {
		otherThread.shutdownNow();
		application.close();
	}

	@BeforeEach
	void forget() {
		application.calls().forget();
	}

	@ParameterizedTest
	@MethodSource("cells")
	void endsOnceWithTheFuture(String function, CompletableFuture<String> future, End end) throws Exception {
		Object returned = application.bean(Outer.class)
			.outer(() -> FunctionCall.call(PassThrough.class, application.bean(PassThrough.class), function, future));

		assertThat(returned).isSameAs(future);
		assertThat(application.calls().of(function)).isEmpty();
		assertThat(application.calls().underWay(function)).isOne();

		application.pass(WORK);
		end.action.on(future);

		assertThat(application.calls().of(function)).isEqualTo(end.calls(function));
		assertThat(application.calls().underWay(function)).isEqualTo(end.result().isEmpty() ? 1 : 0);
		assertThat(application.calls().timeIn(function)).isEqualTo(end.result().isEmpty() ? Duration.ZERO : WORK);
		assertThat(future.isCancelled()).isEqualTo(end.name().equals("cancel"));
		future.complete("at last");
		assertThat(application.calls().underWay(function)).isZero();
	}

	static Stream<Arguments> cells() {
		return Stream.of("completableFuture", "completionStage", "namedFuture")
			.flatMap((function) -> ends().stream()
				.map((end) -> Arguments.of(function,
						function.equals("namedFuture") ? new NamedFuture() : new CompletableFuture<>(), end)));
	}

	@ParameterizedTest
	@MethodSource
	void endsWithTheReturnIfCompletedAlready(CompletableFuture<String> future, String result) {
		Object returned = application.bean(Outer.class)
			.outer(() -> application.bean(PassThrough.class).completableFuture(future));

		assertThat(returned).isSameAs(future);
		assertThat(application.calls().of("completableFuture")).containsExactly("outer > completableFuture " + result);
		assertThat(application.calls().underWay("completableFuture")).isZero();
	}

	static Stream<Arguments> endsWithTheReturnIfCompletedAlready() {
		CompletableFuture<String> cancelled = new CompletableFuture<>();
		assertThat(cancelled.cancel(true)).isTrue();
		return Stream.of(Arguments.of(CompletableFuture.completedFuture("value"), "ok"),
				Arguments.of(CompletableFuture.failedFuture(new IllegalStateException("failed")), "error"),
				Arguments.of(cancelled, "ok"));
	}

	@ParameterizedTest
	@MethodSource
	void handsOnWhatAStageIsAndDoes(CompletionStage<String> stage) {
		Object returned = application.bean(PassThrough.class).completionStage(stage);

		assertThat(returned).isSameAs(stage);
		assertThat(application.calls().of("completionStage")).containsExactly(" > completionStage ok");
	}

	static List<CompletionStage<String>> handsOnWhatAStageIsAndDoes() {
		return List.of(CompletableFuture.completedStage("value"),
				CompletableFuture.completedFuture("value").minimalCompletionStage());
	}

	@ParameterizedTest
	@MethodSource("futures")
	void measuresAPlainFutureUntilItIsReturned(Future<String> future) {
		assertThat(application.bean(PassThrough.class).future(future)).isSameAs(future);

		assertThat(application.calls().of("future")).containsExactly(" > future ok");
		assertThat(application.calls().underWay("future")).isZero();
	}

	static List<Future<String>> futures() {
		return List.of(new CompletableFuture<>(), CompletableFuture.failedFuture(new IllegalStateException()));
	}

	@ParameterizedTest
	@MethodSource("cancellations")
	void countsACancellationAsAnErrorIfToldSo(CompletableFuture<String> cancelled) {
		try (Application strict = Application.with(PassThrough.class).cancelledCallsAre(Result.ERROR).start()) {
			assertThat(strict.bean(PassThrough.class).completableFuture(cancelled)).isSameAs(cancelled);

			assertThat(strict.calls().of("completableFuture")).containsExactly(" > completableFuture error");
		}
	}

	static List<CompletableFuture<String>> cancellations() {
		CompletableFuture<String> cancelled = new CompletableFuture<>();
		assertThat(cancelled.cancel(false)).isTrue();
		return List.of(cancelled, cancelled.thenApply((value) -> value));
	}

	static List<End> ends() {
		return List.of(new End("value", "ok", (future) -> assertThat(future.complete("value")).isTrue()),
				new End("empty", "ok", (future) -> assertThat(future.complete(null)).isTrue()),
				new End("error", "error", (future) -> fail(future, new IllegalStateException("failed"))),
				new End("wrapped error", "error",
						(future) -> fail(future, new CompletionException(new IllegalStateException("failed")))),
				new End("cancel", "ok", (future) -> assertThat(future.cancel(true)).isTrue()),
				new End("wrapped cancellation", "ok",
						(future) -> fail(future, new CompletionException(new CancellationException()))),
				new End("never", "", (future) -> assertThat(future).isNotDone()),
				new End("twice", "ok", FutureCompletionTests::completeTwice),
				new End("on another thread", "ok",
						(future) -> otherThread.submit(() -> future.complete("value")).get()),
				new End("blocked on", "ok", FutureCompletionTests::completeWhileBlocked));
	}

	private static void fail(CompletableFuture<String> future, Throwable failure) {
		assertThat(future.completeExceptionally(failure)).isTrue();
	}

	private static void completeTwice(CompletableFuture<String> future) {
		assertThat(future.complete("value")).isTrue();
		assertThat(future.completeExceptionally(new IllegalStateException("too late"))).isFalse();
	}

	private static void completeWhileBlocked(CompletableFuture<String> future) throws Exception {
		Future<?> completion = otherThread.submit(() -> future.complete("value"));
		assertThat(future.join()).isEqualTo("value");
		completion.get();
	}

	/**
	 * What becomes of a future.
	 *
	 * @param name what it is called
	 * @param result the result of the call, empty if it goes on
	 * @param action what is done
	 */
	record End(String name, String result, Action action) {

		List<String> calls(String function) {
			return this.result.isEmpty() ? List.of() : List.of("outer > " + function + " " + this.result);
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

	/**
	 * What is done to a future.
	 */
	@FunctionalInterface
	interface Action {

		void on(CompletableFuture<String> future) throws Exception;

	}

}
