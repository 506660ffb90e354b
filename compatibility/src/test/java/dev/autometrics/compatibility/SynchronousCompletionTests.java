package dev.autometrics.compatibility;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.autometrics.Autometrics;
import io.reactivex.rxjava3.core.Single;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for the end of calls that return a value, nothing or a stream.
 */
class SynchronousCompletionTests {

	private static final Duration WORK = Duration.ofMillis(700);

	private static Application application;

	@BeforeAll
	static void start() {
		application = Application.with(PassThrough.class, Failing.class, Outer.class).start();
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@BeforeEach
	void forget() {
		application.calls().forget();
	}

	@Test
	void endsWithTheValue() {
		String value = new String("value");

		String returned = application.bean(Outer.class).outer(() -> application.bean(PassThrough.class).plain(value));

		assertThat(returned).isSameAs(value);
		assertThat(application.calls().of("plain")).containsExactly("outer > plain ok");
		assertThat(application.calls().of("outer")).containsExactly(" > outer ok");
	}

	@Test
	void endsWithTheReturn() {
		application.bean(PassThrough.class).nothing("value");

		assertThat(application.calls().of("nothing")).containsExactly(" > nothing ok");
	}

	@Test
	void isUnderWayUntilThen() {
		application.bean(Outer.class).outer(() -> {
			assertThat(application.calls().underWay("outer")).isOne();
			assertThat(application.calls().of("outer")).isEmpty();
			application.pass(WORK);
			return "value";
		});

		assertThat(application.calls().underWay("outer")).isZero();
		assertThat(application.calls().timeIn("outer")).isEqualTo(WORK);
	}

	@ParameterizedTest
	@ValueSource(strings = { "failingPlain", "failingFuture", "failingMono", "failingSingle", "failingStream" })
	void endsWithWhatIsThrown(String function) {
		Failing failing = application.bean(Failing.class);

		assertThatIllegalStateException().isThrownBy(
				() -> application.bean(Outer.class).outer(() -> FunctionCall.call(Failing.class, failing, function)))
			.withMessage("failed");
		assertThat(application.calls().of(function)).containsExactly("outer > " + function + " error");
		assertThat(application.calls().underWay(function)).isZero();
	}

	@Test
	void endsWithNullInPlaceOfWhatWouldEndLater() {
		assertThat(application.bean(PassThrough.class).mono(null)).isNull();
		assertThat(application.bean(PassThrough.class).completableFuture(null)).isNull();
		assertThat(application.bean(PassThrough.class).stream(null)).isNull();

		assertThat(application.calls().of("mono")).containsExactly(" > mono ok");
		assertThat(application.calls().of("completableFuture")).containsExactly(" > completableFuture ok");
		assertThat(application.calls().of("stream")).containsExactly(" > stream ok");
		assertThat(application.calls().underWay("mono")).isZero();
	}

	@Test
	void endsWhenAStreamIsClosed() {
		Stream<String> stream = application.bean(Outer.class)
			.outer(() -> application.bean(PassThrough.class).stream(Stream.of("a", "b")));
		try (Stream<String> opened = stream) {
			assertThat(opened.toList()).containsExactly("a", "b");
			assertThat(application.calls().of("stream")).isEmpty();
			assertThat(application.calls().underWay("stream")).isOne();
			application.pass(WORK);
		}

		stream.close();

		assertThat(application.calls().of("stream")).containsExactly("outer > stream ok");
		assertThat(application.calls().underWay("stream")).isZero();
		assertThat(application.calls().timeIn("stream")).isEqualTo(WORK);
	}

	@Test
	void leavesWhatElseIsToHappenWhenAStreamIsClosed() {
		StringBuilder closed = new StringBuilder();

		application.bean(PassThrough.class).intStream(IntStream.of(1).onClose(() -> closed.append("closed"))).close();

		assertThat(closed).hasToString("closed");
		assertThat(application.calls().of("intStream")).containsExactly(" > intStream ok");
	}

	@Test
	void endsWithTheReturnOfAStreamThatIsUsedUp() {
		Stream<String> used = Stream.of("a");
		assertThat(used.toList()).hasSize(1);

		assertThat(application.bean(PassThrough.class).stream(used)).isSameAs(used);
		assertThat(application.calls().of("stream")).containsExactly(" > stream ok");
	}

	/**
	 * Functions that throw before there is anything to return.
	 */
	@Autometrics
	static class Failing {

		String failingPlain() {
			throw new IllegalStateException("failed");
		}

		CompletableFuture<String> failingFuture() {
			throw new IllegalStateException("failed");
		}

		Mono<String> failingMono() {
			throw new IllegalStateException("failed");
		}

		Single<String> failingSingle() {
			throw new IllegalStateException("failed");
		}

		Stream<String> failingStream() {
			throw new IllegalStateException("failed");
		}

	}

}
