package dev.autometrics.compatibility;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that operators on a publisher that is measured do what they did before.
 */
class PublisherOperatorTests {

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

	@ParameterizedTest
	@MethodSource
	void emitsWhatItDidBefore(UnaryOperator<Flux<String>> operator) {
		Flux<String> source = Flux.just("a", "bad", "c", "d").map((value) -> {
			if (value.equals("bad")) {
				throw new IllegalStateException("failed");
			}
			return value;
		});

		List<String> before = signals(operator.apply(source));

		assertThat(signals(operator.apply(functions().flux(source)))).isEqualTo(before);
		assertThat(application.calls().underWay("flux")).isZero();
	}

	static Stream<UnaryOperator<Flux<String>>> emitsWhatItDidBefore() {
		return Stream.of((flux) -> flux, (flux) -> flux.onErrorContinue((failure, value) -> {
		}), (flux) -> flux.next().flux(), (flux) -> flux.take(1), (flux) -> flux.take(2), (flux) -> flux.take(0),
				(flux) -> flux.retry(1), (flux) -> flux.onErrorResume((failure) -> Flux.just("instead")),
				(flux) -> flux.limitRate(1), (flux) -> flux.concatWith(Flux.just("more")), (flux) -> flux.onErrorStop(),
				(flux) -> flux.timeout(Duration.ofSeconds(10)), (flux) -> flux.repeat(1), (flux) -> flux.share(),
				(flux) -> flux.switchOnFirst((signal, all) -> all),
				(flux) -> flux.windowUntil("a"::equals).concatMap((all) -> all));
	}

	private static List<String> signals(Flux<String> flux) {
		return flux.materialize().map(Object::toString).collectList().block(Duration.ofSeconds(10));
	}

	@Test
	void isNotTheLastOperatorWhereAnotherOneIs() {
		List<Object> last = new ArrayList<>();
		Hooks.onLastOperator("test", (publisher) -> {
			last.add(publisher);
			return publisher;
		});
		try {
			functions().flux(Flux.just("value").hide()).map(String::trim).blockLast();
		}
		finally {
			Hooks.resetOnLastOperator("test");
		}

		assertThat(last).hasSize(1);
	}

	@Test
	void endsWithTheTimeoutInVirtualTime() {
		StepVerifier.withVirtualTime(() -> functions().mono(Mono.never()).timeout(Duration.ofSeconds(5)))
			.expectSubscription()
			.expectNoEvent(Duration.ofSeconds(4))
			.thenAwait(Duration.ofSeconds(1))
			.verifyError(TimeoutException.class);

		assertThat(application.calls().of("mono")).containsExactly(" > mono ok");
		assertThat(application.calls().underWay("mono")).isZero();
	}

	@Test
	void isMeasuredWhereItIsDelayedInVirtualTime() {
		StepVerifier.withVirtualTime(() -> functions().mono(Mono.delay(Duration.ofHours(1)).thenReturn("value")))
			.expectSubscription()
			.expectNoEvent(Duration.ofMinutes(59))
			.then(() -> assertThat(application.calls().underWay("mono")).isOne())
			.thenAwait(Duration.ofMinutes(1))
			.expectNext("value")
			.verifyComplete();

		assertThat(application.calls().of("mono")).containsExactly(" > mono ok");
	}

}
