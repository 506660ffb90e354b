package dev.autometrics.autoconfigure;

import java.util.concurrent.atomic.AtomicInteger;

import dev.autometrics.Autometrics;
import jakarta.annotation.PostConstruct;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;

/**
 * Beans of the tests for the auto-configuration.
 */
final class Beans {

	private Beans() {
	}

	static class Greeter {

		@Autometrics
		String greet() {
			return "Hello";
		}

	}

	static class Outer {

		private final Greeter greeter;

		Outer(Greeter greeter) {
			this.greeter = greeter;
		}

		@Autometrics
		String delegate() {
			return this.greeter.greet();
		}

	}

	static class EagerCaller {

		private final Greeter greeter;

		EagerCaller(Greeter greeter) {
			this.greeter = greeter;
			greeter.greet();
		}

		@PostConstruct
		void call() {
			this.greeter.greet();
			this.greeter.greet();
		}

	}

	@Autometrics
	interface Renderer {

		default String render() {
			return "rendered";
		}

	}

	static final class FinalRenderer implements Renderer {

	}

	record RecordRenderer() implements Renderer {

	}

	static sealed class SealedRenderer implements Renderer permits LeafRenderer {

	}

	static final class LeafRenderer extends SealedRenderer {

	}

	static class HiddenRenderer implements Renderer {

		private HiddenRenderer() {
		}

		static HiddenRenderer create() {
			return new HiddenRenderer();
		}

		static HiddenRenderer special() {
			return new Special();
		}

		private static final class Special extends HiddenRenderer {

		}

	}

	@Autometrics
	static class LazyBean {

		LazyBean(Created created) {
			created.count.incrementAndGet();
		}

		void lazily() {
		}

	}

	@Autometrics
	static class Copied {

		Copied(Created created) {
			created.count.incrementAndGet();
		}

		void copied() {
		}

	}

	static class Created {

		private final AtomicInteger count = new AtomicInteger();

		int count() {
			return this.count.get();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Deferred {

		@Bean
		Created created() {
			return new Created();
		}

		@Bean
		@Lazy
		LazyBean lazyBean(Created created) {
			return new LazyBean(created);
		}

		@Bean
		@Scope("prototype")
		Copied copied(Created created) {
			return new Copied(created);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class DeferredInterface {

		@Bean
		@Lazy
		Renderer lazyRenderer() {
			return new Renderer() {
			};
		}

	}

}
