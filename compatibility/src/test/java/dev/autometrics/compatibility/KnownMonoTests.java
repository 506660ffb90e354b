package dev.autometrics.compatibility;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for functions that return a Mono which has its value already.
 */
class KnownMonoTests {

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
	void putsNothingBetweenAValueThatIsThereAndItsSubscriber() {
		AtomicReference<Object> before = new AtomicReference<>();
		AtomicReference<Object> measured = new AtomicReference<>();

		Mono.just("value").doOnSubscribe(before::set).block();
		functions().mono(Mono.just("value")).doOnSubscribe(measured::set).block();

		assertThat(measured.get()).hasSameClassAs(before.get());
		assertThat(application.calls().of("mono")).containsExactly(" > mono ok");
	}

	@Test
	void isOverWithAValueThatIsThereBeforeItIsRequested() {
		StepVerifier.create(functions().mono(Mono.just("value")), 0)
			.then(() -> assertThat(application.calls().of("mono")).containsExactly(" > mono ok"))
			.thenCancel()
			.verify();

		assertThat(application.calls().of("mono")).hasSize(1);
		assertThat(application.calls().underWay("mono")).isZero();
	}

	@Test
	void measuresAMonoThatIsEmpty() {
		StepVerifier.create(functions().mono(Mono.empty())).verifyComplete();

		assertThat(application.calls().of("mono")).containsExactly(" > mono ok");
	}

	@Test
	void asksForAnErrorOnce() {
		AtomicInteger errors = new AtomicInteger();
		Mono<String> failing = Mono.error(() -> new IllegalStateException("error " + errors.incrementAndGet()));

		StepVerifier.create(functions().mono(failing)).verifyErrorMessage("error 1");

		assertThat(application.calls().of("mono")).containsExactly(" > mono error");
	}

}
