package dev.autometrics.compatibility;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for the end of calls that return a publisher: which return type, which end, which
 * result.
 */
class PublisherCompletionTests {

	private static final Duration WORK = Duration.ofMillis(700);

	private static Application application;

	@BeforeAll
	static void start() {
		application = Application.with(PassThrough.class, Outer.class).start();
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
	@MethodSource("cells")
	void endsOnceWithTheSubscription(Kind kind, End end) {
		TestPublisher<String> source = TestPublisher.create();
		Flux<String> returned = kind.call(source.flux());
		assertThat(application.calls().underWay(kind.function)).isZero();

		StepVerifier.Step<String> subscriber = StepVerifier.create(returned).then(() -> {
			assertThat(application.calls().of(kind.function)).isEmpty();
			assertThat(application.calls().underWay(kind.function)).isOne();
			application.pass(WORK);
		});
		end.verify(kind, subscriber, source);

		assertThat(application.calls().of(kind.function)).containsExactly(kind.call(end));
		assertThat(application.calls().underWay(kind.function)).isZero();
		assertThat(application.calls().timeIn(kind.function)).isEqualTo(WORK);
		source.assertNoSubscribers();
	}

	static Stream<Arguments> cells() {
		return Stream.of(Kind.values())
			.flatMap((kind) -> Stream.of(End.values())
				.filter((end) -> kind != Kind.SINGLE || end != End.EMPTY)
				.map((end) -> Arguments.of(kind, end)));
	}

	@ParameterizedTest
	@EnumSource
	void isNoCallWithoutSubscription(Kind kind) {
		kind.call(Flux.just("value"));

		assertThat(application.calls().of(kind.function)).isEmpty();
		assertThat(application.calls().underWay(kind.function)).isZero();
	}

	@ParameterizedTest
	@EnumSource
	void isUnderWayWhereTheEndNeverComes(Kind kind) {
		StepVerifier.create(kind.call(Flux.never()))
			.then(() -> assertThat(application.calls().underWay(kind.function)).isOne())
			.thenCancel()
			.verify(Duration.ofSeconds(10));

		assertThat(application.calls().of(kind.function)).containsExactly(kind.call(End.CANCEL));
	}

	@ParameterizedTest
	@EnumSource
	void endsAtOnceIfCompletedAlready(Kind kind) {
		StepVerifier.create(kind.call(Flux.just("value"))).expectNextCount(kind.hasValue ? 1 : 0).verifyComplete();

		assertThat(application.calls().of(kind.function)).containsExactly(kind.call(End.VALUE));
	}

	@ParameterizedTest
	@EnumSource
	void isOneCallForEachSubscription(Kind kind) {
		Flux<String> returned = kind.call(Flux.just("value"));

		returned.blockLast();
		returned.blockLast();

		assertThat(application.calls().of(kind.function)).containsExactly(kind.call(End.VALUE), kind.call(End.VALUE));
	}

	@ParameterizedTest
	@EnumSource
	void endsOnAnotherThread(Kind kind) {
		StepVerifier.create(kind.call(Flux.just("value").subscribeOn(Schedulers.boundedElastic())))
			.expectNextCount(kind.hasValue ? 1 : 0)
			.expectComplete()
			.verify(Duration.ofSeconds(10));

		assertThat(application.calls().of(kind.function)).containsExactly(kind.call(End.VALUE));
	}

	@ParameterizedTest
	@EnumSource
	void endsWhereItIsBlockedOn(Kind kind) {
		Flux<String> source = Flux.<String>error(new IllegalStateException("failed"))
			.subscribeOn(Schedulers.boundedElastic());

		assertThatIllegalStateException().isThrownBy(() -> kind.call(source).blockLast(Duration.ofSeconds(10)))
			.withMessage("failed");
		assertThat(application.calls().of(kind.function)).containsExactly(kind.call(End.ERROR));
	}

	@ParameterizedTest
	@EnumSource
	void countsTheErrorsOfARetry(Kind kind) {
		List<Flux<String>> attempts = List.of(Flux.error(new IllegalStateException("first")), Flux.just("second"));
		Iterator<Flux<String>> next = attempts.iterator();

		kind.call(Flux.defer(next::next)).retry(1).blockLast();

		assertThat(application.calls().of(kind.function)).containsExactlyInAnyOrder(kind.call(End.ERROR),
				kind.call(End.VALUE));
	}

	/**
	 * What becomes of a subscription.
	 */
	enum End {

		VALUE("ok"), EMPTY("ok"), ERROR("error"), CANCEL("ok"), TWICE("ok");

		private final String result;

		End(String result) {
			this.result = result;
		}

		void verify(Kind kind, StepVerifier.Step<String> subscriber, TestPublisher<String> source) {
			Duration patience = Duration.ofSeconds(10);
			switch (this) {
				case VALUE -> subscriber.then(() -> source.emit("value"))
					.expectNextCount(kind.hasValue ? 1 : 0)
					.expectComplete()
					.verify(patience);
				case EMPTY -> subscriber.then(source::complete).expectComplete().verify(patience);
				case ERROR -> subscriber.then(() -> source.error(new IllegalStateException("failed")))
					.expectErrorMessage("failed")
					.verify(patience);
				case CANCEL -> subscriber.thenCancel().verify(patience);
				case TWICE -> {
					subscriber.then(() -> source.emit("value")).expectNextCount(kind.hasValue ? 1 : 0);
					subscriber.expectComplete().verify(patience);
					source.complete();
				}
			}
		}

	}

	/**
	 * The return types.
	 */
	enum Kind {

		MONO(Mono.class, "mono", true), MONO_OF_VOID(Mono.class, "monoOfVoid", false), FLUX(Flux.class, "flux", true),
		PUBLISHER(Publisher.class, "publisher", true), FLOW_PUBLISHER(Flow.Publisher.class, "flowPublisher", true),
		SINGLE(Single.class, "single", true), MAYBE(Maybe.class, "maybe", true),
		COMPLETABLE(Completable.class, "completable", false), FLOWABLE(Flowable.class, "flowable", true),
		OBSERVABLE(Observable.class, "observable", true);

		private final Class<?> type;

		private final String function;

		private final boolean hasValue;

		Kind(Class<?> type, String function, boolean hasValue) {
			this.type = type;
			this.function = function;
			this.hasValue = hasValue;
		}

		Flux<String> call(Flux<String> source) {
			ReactiveAdapter adapter = ReactiveAdapterRegistry.getSharedInstance().getAdapter(this.type);
			Object argument = adapter.fromPublisher(this.hasValue ? source : source.ignoreElements());
			Object returned = application.bean(Outer.class)
				.outer(() -> FunctionCall.call(PassThrough.class, application.bean(PassThrough.class), this.function,
						argument));
			assertThat(returned).isInstanceOf(this.type);
			return Flux.from(adapter.toPublisher(returned));
		}

		String call(End end) {
			return "outer > " + this.function + " " + end.result;
		}

	}

}
