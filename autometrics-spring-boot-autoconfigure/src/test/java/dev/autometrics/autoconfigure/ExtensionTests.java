package dev.autometrics.autoconfigure;

import java.lang.reflect.Method;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import dev.autometrics.Autometrics;
import dev.autometrics.interceptor.CallSource;
import dev.autometrics.interceptor.CompletionAdapter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an application adds of its own: adapters, and what a cancellation counts as.
 */
class ExtensionTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AutometricsAutoConfiguration.class))
		.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
		.withBean(Bean.class);

	@Test
	void typeWithoutAnAdapterEndsAtReturn() {
		this.runner.run((context) -> {
			context.getBean(Bean.class).promise();

			assertThat(calls(context, "promise", "ok")).isOne();
		});
	}

	@Test
	void adapterOfTheApplicationTellsTheEnd() {
		this.runner.withBean(PromiseAdapter.class).run((context) -> {
			Promise promise = context.getBean(Bean.class).promise();
			assertThat(calls(context, "promise", "ok")).isZero();

			promise.callback.accept("value");
			assertThat(calls(context, "promise", "ok")).isOne();
		});
	}

	@Test
	void adaptersAreAskedInTheirOrderBeforeThoseOfTheLibrary() {
		this.runner.withBean(PromiseAdapter.class).withBean(FirstAdapter.class).run((context) -> {
			context.getBean(Bean.class).promise();
			assertThat(context.getBean(Bean.class).future()).isNotDone();

			assertThat(calls(context, "promise", "error")).isOne();
			assertThat(calls(context, "future", "error")).isOne();
		});
	}

	@Test
	void adapterThatThrowsDoesNotBreakTheCall() {
		this.runner.withBean(ThrowingAdapter.class).run((context) -> {
			assertThat(context.getBean(Bean.class).promise()).isNotNull();

			assertThat(calls(context, "promise", "ok")).isOne();
		});
	}

	@Test
	void cancellationIsOkByDefaultAndAnErrorWhereTheApplicationSaysSo() {
		this.runner.run((context) -> {
			context.getBean(Bean.class).future().cancel(true);
			assertThat(calls(context, "future", "ok")).isOne();
		});
		this.runner.withPropertyValues("autometrics.results.cancelled=error").run((context) -> {
			context.getBean(Bean.class).future().cancel(true);
			assertThat(calls(context, "future", "error")).isOne();
		});
	}

	private static double calls(ApplicationContext context, String function, String result) {
		return context.getBean(MeterRegistry.class)
			.get("function.calls")
			.tags("function", function, "result", result)
			.counter()
			.count();
	}

	@Autometrics
	static class Bean {

		Promise promise() {
			return new Promise();
		}

		CompletableFuture<String> future() {
			return new CompletableFuture<>();
		}

	}

	/**
	 * A type that the library does not know.
	 */
	static class Promise {

		private Consumer<String> callback = (value) -> {
		};

	}

	static class PromiseAdapter implements CompletionAdapter {

		@Override
		public boolean supports(Method method, Class<?> returnType) {
			return returnType == Promise.class;
		}

		@Override
		public Object attach(Object value, Class<?> returnType, CallSource calls) {
			((Promise) value).callback = calls.start()::complete;
			return value;
		}

	}

	/**
	 * Takes every type, and every call for a failure.
	 */
	@Order(Ordered.HIGHEST_PRECEDENCE)
	static class FirstAdapter implements CompletionAdapter {

		@Override
		public boolean supports(Method method, Class<?> returnType) {
			return true;
		}

		@Override
		public Object attach(Object value, Class<?> returnType, CallSource calls) {
			calls.start().fail(new IllegalStateException());
			return value;
		}

	}

	static class ThrowingAdapter extends PromiseAdapter {

		@Override
		public Object attach(Object value, Class<?> returnType, CallSource calls) {
			throw new IllegalStateException("broken adapter");
		}

	}

}
