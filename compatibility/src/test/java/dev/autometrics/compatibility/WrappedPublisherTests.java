package dev.autometrics.compatibility;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import dev.autometrics.instrument.CallerContext;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.processors.PublishProcessor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Fuseable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.ConnectableFlux;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.publisher.PublisherProbe;
import reactor.test.publisher.TestPublisher;
import reactor.util.context.Context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests that a publisher that is measured does what it did before.
 */
class WrappedPublisherTests {

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

	private static PassThrough functions() {
		return application.bean(PassThrough.class);
	}

	@Test
	void requestsWhatIsRequested() {
		List<Long> requests = new ArrayList<>();
		Flux<String> returned = functions().flux(Flux.just("a", "b", "c", "d").hide().doOnRequest(requests::add));

		StepVerifier.create(returned, 0)
			.thenRequest(1)
			.expectNext("a")
			.thenRequest(2)
			.expectNext("b", "c")
			.thenRequest(5)
			.expectNext("d")
			.verifyComplete();

		assertThat(requests).containsExactly(1L, 2L, 5L);
	}

	@Test
	void requestsWhatIsRequestedOfFlowable() {
		List<Long> requests = new ArrayList<>();
		Flowable<String> returned = functions()
			.flowable(Flowable.just("a", "b", "c").hide().doOnRequest(requests::add));

		StepVerifier.create(returned, 0)
			.thenRequest(1)
			.expectNext("a")
			.thenRequest(1)
			.expectNext("b")
			.thenCancel()
			.verify();

		assertThat(requests).containsExactly(1L, 1L);
	}

	@Test
	void handsMoreOnThanWasRequested() {
		TestPublisher<String> source = TestPublisher.createNoncompliant(TestPublisher.Violation.REQUEST_OVERFLOW);
		List<String> received = new ArrayList<>();
		functions().flux(source.flux()).subscribe(new BaseSubscriber<>() {

			@Override
			protected void hookOnSubscribe(Subscription subscription) {
				subscription.request(1);
			}

			@Override
			protected void hookOnNext(String value) {
				received.add(value);
			}

		});

		source.next("a", "b").complete();

		assertThat(received).containsExactly("a", "b");
	}

	@Test
	void handsContextUpAndAddsTheFunction() {
		AtomicReference<Context> seen = new AtomicReference<>();
		Mono<String> source = Mono.deferContextual((context) -> {
			seen.set(Context.of(context));
			return Mono.just("value");
		});

		functions().mono(source).contextWrite(Context.of("key", "of the user")).block();

		assertThat(seen.get().<String>get("key")).isEqualTo("of the user");
		assertThat(seen.get().<Object>get(CallerContext.KEY)).hasToString(PassThrough.class.getName() + ".mono");
	}

	@Test
	void keepsTheFunctionFromTheContextOfOthers() {
		AtomicReference<Context> seen = new AtomicReference<>();

		Mono.just("value")
			.flatMap((value) -> functions().mono(Mono.just("inner")))
			.transformDeferredContextual((mono, context) -> {
				seen.set(Context.of(context));
				return mono;
			})
			.block();

		assertThat(seen.get().hasKey(CallerContext.KEY)).isFalse();
	}

	@Test
	void subscribesOnce() {
		PublisherProbe<String> probe = PublisherProbe.of(Mono.just("value"));

		functions().mono(probe.mono()).block();

		assertThat(probe.subscribeCount()).isOne();
		probe.assertWasRequested();
		probe.assertWasNotCancelled();
	}

	@Test
	void handsASharedSubscriptionOn() {
		AtomicInteger subscriptions = new AtomicInteger();
		Mono<String> returned = functions()
			.mono(Mono.just("value").doOnSubscribe((subscription) -> subscriptions.incrementAndGet()).cache());

		returned.block();
		returned.block();

		assertThat(subscriptions).hasValue(1);
		assertThat(application.calls().of("mono")).hasSize(2);
	}

	@Test
	void doesNotCancelASingleThatSucceeds() {
		AtomicInteger disposals = new AtomicInteger();

		String single = functions().single(Single.just("value").hide().doOnDispose(disposals::incrementAndGet))
			.blockingGet();

		assertThat(single).isEqualTo("value");
		assertThat(disposals).hasValue(0);
	}

	@Test
	void doesNotCancelAMonoThatSucceeds() {
		AtomicInteger cancellations = new AtomicInteger();

		functions().mono(Mono.just("value").hide().doOnCancel(cancellations::incrementAndGet)).block();

		assertThat(cancellations).hasValue(0);
	}

	@Test
	void cancelsWhatIsCancelled() {
		PublishProcessor<String> processor = PublishProcessor.create();

		functions().flowable(processor).test().cancel();

		assertThat(processor.hasSubscribers()).isFalse();
		assertThat(application.calls().of("flowable")).containsExactly(" > flowable ok");
	}

	@Test
	void doesNotOfferFusionThatItDoesNotDo() {
		AtomicReference<Object> subscription = new AtomicReference<>();
		Flux<String> returned = functions().flux(Flux.just("a", "b"));

		returned.doOnSubscribe(subscription::set).blockLast();
		List<Integer> lengths = returned.map(String::length).publishOn(Schedulers.immediate()).collectList().block();

		assertThat(returned).isNotInstanceOf(Fuseable.class);
		assertThat(subscription.get()).isNotInstanceOf(Fuseable.QueueSubscription.class);
		assertThat(lengths).containsExactly(1, 1);
	}

	@Test
	void leavesAConnectableFluxAlone() {
		ConnectableFlux<String> source = Flux.just("a").publish();

		assertThat(functions().connectableFlux(source)).isSameAs(source);
		assertThat(application.calls().of("connectableFlux")).containsExactly(" > connectableFlux ok");
	}

	@Test
	void handsOnWhatASourceThrowsAtSubscription() {
		IllegalStateException failure = new IllegalStateException("failed");
		Mono<String> broken = new Mono<>() {

			@Override
			public void subscribe(CoreSubscriber<? super String> actual) {
				throw failure;
			}

		};

		assertThatThrownBy(() -> functions().mono(broken).block()).isSameAs(failure);

		assertThat(application.calls().of("mono")).containsExactly(" > mono error");
	}

	@Test
	void dropsWhatComesAfterTheEndLikeOthers() {
		TestPublisher<String> source = TestPublisher.createNoncompliant(TestPublisher.Violation.CLEANUP_ON_TERMINATE);

		StepVerifier.create(functions().flux(source.flux()).map(String::trim)).then(() -> {
			source.next("a");
			source.complete();
			source.error(new IllegalStateException("too late"));
		}).expectNext("a").expectComplete().verifyThenAssertThat().hasDroppedErrorWithMessage("too late");

		assertThat(application.calls().of("flux")).containsExactly(" > flux ok");
	}

	@Test
	void cancelsASecondSubscription() {
		AtomicInteger cancellations = new AtomicInteger();
		Flux<String> twice = new Flux<>() {

			@Override
			public void subscribe(CoreSubscriber<? super String> actual) {
				actual.onSubscribe(Operators.emptySubscription());
				actual.onSubscribe(new CountingSubscription(cancellations));
				actual.onComplete();
			}

		};

		StepVerifier.create(functions().flux(twice)).verifyComplete();

		assertThat(cancellations).hasValue(1);
	}

	private record CountingSubscription(AtomicInteger cancellations) implements Subscription {

		@Override
		public void request(long count) {
		}

		@Override
		public void cancel() {
			this.cancellations.incrementAndGet();
		}

	}

}
