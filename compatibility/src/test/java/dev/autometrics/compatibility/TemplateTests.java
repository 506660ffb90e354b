package dev.autometrics.compatibility;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import dev.autometrics.AutometricsFunction;
import dev.autometrics.AutometricsTemplate;
import dev.autometrics.FunctionOptions;
import dev.autometrics.model.FunctionCatalog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for functions that are blocks of code.
 */
class TemplateTests {

	private static Application application;

	private static AutometricsFunction block;

	@BeforeAll
	static void start() {
		application = Application.with(Outer.class, Inner.class).web(WebApplicationType.SERVLET).start();
		block = application.bean(AutometricsTemplate.class).function(TemplateTests.class, "block");
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
	void measuresAnAction() {
		StringBuilder text = new StringBuilder();

		block.run(() -> text.append("done"));

		assertThat(text).hasToString("done");
		assertThat(application.calls().of("block")).containsExactly(" > block ok");
	}

	@Test
	void handsTheValueOn() {
		Object value = new Object();

		assertThat(block.<Object, RuntimeException>call(() -> value)).isSameAs(value);
		assertThat(application.calls().of("block")).containsExactly(" > block ok");
	}

	@Test
	void handsOnWhatIsThrownAndIsTypedByIt() {
		IOException failure = new IOException("failed");

		assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(failure)).isSameAs(failure);
		assertThat(application.calls().of("block")).containsExactly(" > block error");
	}

	private static String read(IOException failure) throws IOException {
		return block.call(() -> {
			throw failure;
		});
	}

	@Test
	void measuresAFutureToItsEnd() {
		CompletableFuture<String> future = new CompletableFuture<>();

		CompletableFuture<String> returned = block.callAsync(CompletableFuture.class, () -> future);

		assertThat(returned).isSameAs(future);
		assertThat(application.calls().of("block")).isEmpty();
		assertThat(application.calls().underWay("block")).isOne();
		assertThat(future.completeExceptionally(new IOException("failed"))).isTrue();
		assertThat(application.calls().of("block")).containsExactly(" > block error");
		assertThat(application.calls().underWay("block")).isZero();
	}

	@Test
	void measuresEachSubscriptionOfAMono() {
		Mono<String> returned = block.callAsync(Mono.class, () -> Mono.just("value"));
		assertThat(application.calls().of("block")).isEmpty();

		StepVerifier.create(returned).expectNext("value").verifyComplete();
		StepVerifier.create(returned).expectNext("value").verifyComplete();

		assertThat(application.calls().of("block")).containsExactly(" > block ok", " > block ok");
	}

	@Test
	void isCalledByWhatItIsIn() {
		Outer outer = application.bean(Outer.class);
		Supplier<String> work = () -> block.<String, RuntimeException>call(() -> "value");

		assertThat(outer.outer(work)).isEqualTo("value");

		assertThat(application.calls().of("block")).containsExactly("outer > block ok");
	}

	@Test
	void callsWhatIsInIt() {
		Inner inner = application.bean(Inner.class);

		block.run(inner::inner);
		String value = block.callAsync(Mono.class, () -> Mono.defer(inner::innerMono)).block().toString();

		assertThat(value).isEqualTo("inner");
		assertThat(application.calls().of("inner")).containsExactly("block > inner ok");
		assertThat(application.calls().of("innerMono")).containsExactly("block > innerMono ok");
	}

	@Test
	void toleratesWhatItsOptionsSay() {
		FunctionOptions options = FunctionOptions.DEFAULT.withOkFor(List.of(IOException.class));
		AutometricsFunction tolerant = application.bean(AutometricsTemplate.class)
			.function(TemplateTests.class, "tolerant", options);

		CompletableFuture<String> failed = tolerant.callAsync(CompletableFuture.class,
				() -> CompletableFuture.failedFuture(new IOException("failed")));

		assertThat(failed).isCompletedExceptionally();
		assertThat(application.calls().of("tolerant")).containsExactly(" > tolerant ok");
	}

	@Test
	void isListed() throws Exception {
		assertThat(application.bean(FunctionCatalog.class).snapshot())
			.anySatisfy((function) -> assertThat(function.id().function()).isEqualTo("block"));
		assertThat(application.get("/actuator/autometrics").body()).contains(TemplateTests.class.getName())
			.contains("\"block\"");
	}

	@Test
	void isTheSameForTheSameName() {
		assertThat(application.bean(AutometricsTemplate.class).function(TemplateTests.class, "block")).isSameAs(block);
	}

}
