package dev.autometrics.compatibility;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import dev.autometrics.instrument.CallerContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableAsync;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for who is the caller when one function calls another, by way and by setting.
 */
class CallerMatrixTests {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final Set<Way> EVERYWHERE = EnumSet.of(Way.SYNCHRONOUS, Way.BLOCKED_ON, Way.RETURNED, Way.DEFERRED,
			Way.FLAT_MAPPED_AFTER_DELAY, Way.SUBSCRIBED_ON_OTHER_THREAD, Way.RETURNED_FROM_PLAIN_FUNCTION);

	private static final Set<Way> BY_REACTOR = EnumSet.of(Way.MAPPED_AFTER_DELAY, Way.MAPPED_AFTER_PUBLISH_ON,
			Way.MAPPED_AFTER_DELAY_IN_FLUX);

	private static Set<Way> union(Set<Way> some, Set<Way> others) {
		EnumSet<Way> union = EnumSet.copyOf(some);
		union.addAll(others);
		return union;
	}

	@Nested
	@TestInstance(Lifecycle.PER_CLASS)
	class Default extends Matrix {

		Default() {
			super(EVERYWHERE);
		}

	}

	@Nested
	@Tag("context-propagation")
	@TestInstance(Lifecycle.PER_CLASS)
	class Propagating extends Matrix {

		Propagating() {
			super(union(union(EVERYWHERE, BY_REACTOR), EnumSet.of(Way.ASYNC_METHOD)),
					"autometrics.callers.propagate=true");
		}

	}

	@Nested
	@Tag("context-propagation")
	@TestInstance(Lifecycle.PER_CLASS)
	class PropagatingReactor extends Matrix {

		PropagatingReactor() {
			super(union(EVERYWHERE, BY_REACTOR), "spring.reactor.context-propagation=auto");
		}

	}

	@Nested
	@TestInstance(Lifecycle.PER_CLASS)
	@EnabledForJreRange(min = JRE.JAVA_21)
	class DefaultOnVirtualThreads extends Matrix {

		DefaultOnVirtualThreads() {
			super(EVERYWHERE, "spring.threads.virtual.enabled=true");
		}

	}

	@Nested
	@Tag("context-propagation")
	@TestInstance(Lifecycle.PER_CLASS)
	@EnabledForJreRange(min = JRE.JAVA_21)
	class PropagatingOnVirtualThreads extends Matrix {

		PropagatingOnVirtualThreads() {
			super(union(union(EVERYWHERE, BY_REACTOR), EnumSet.of(Way.ASYNC_METHOD)),
					"autometrics.callers.propagate=true", "spring.threads.virtual.enabled=true");
		}

	}

	/**
	 * One column of the matrix.
	 */
	abstract static class Matrix {

		private final Set<Way> known;

		private final String[] properties;

		private Application application;

		Matrix(Set<Way> known, String... properties) {
			this.known = known;
			this.properties = properties;
		}

		@BeforeAll
		void start() {
			this.application = Application.with(Outer.class, Inner.class, Asynchronous.class)
				.properties(this.properties)
				.start();
		}

		@AfterAll
		void stop() {
			this.application.close();
			Hooks.disableAutomaticContextPropagation();
		}

		@AfterEach
		void leavesNoFunctionOnTheThread() {
			assertThat(CallerContext.current()).isNull();
		}

		@ParameterizedTest
		@EnumSource
		void tellsTheCaller(Way way) {
			this.application.calls().forget();

			assertThat(way.call(this.application.bean(Outer.class), this.application.bean(Inner.class)))
				.isEqualTo("inner");

			assertThat(this.application.calls().of(way.function()))
				.containsExactly((this.known.contains(way) ? way.caller() : "") + " > " + way.function() + " ok");
		}

	}

	/**
	 * How one function comes to call another.
	 */
	enum Way {

		SYNCHRONOUS, BLOCKED_ON, RETURNED, RETURNED_FROM_PLAIN_FUNCTION, DEFERRED, FLAT_MAPPED_AFTER_DELAY,
		SUBSCRIBED_ON_OTHER_THREAD, MAPPED_AFTER_DELAY, MAPPED_AFTER_DELAY_IN_FLUX, MAPPED_AFTER_PUBLISH_ON,
		ASYNC_METHOD, COMMON_POOL;

		String call(Outer outer, Inner inner) {
			return switch (this) {
				case SYNCHRONOUS -> outer.outer(inner::inner);
				case BLOCKED_ON -> outer.outer(() -> inner.innerMono().block(PATIENCE));
				case RETURNED_FROM_PLAIN_FUNCTION -> outer.outer(inner::innerMono).block(PATIENCE);
				case ASYNC_METHOD -> outer.outer(() -> inner.innerAsync().join());
				case COMMON_POOL -> outer.outer(() -> CompletableFuture.supplyAsync(inner::inner).join());
				default -> outer.outerMono(() -> mono(inner)).block(PATIENCE);
			};
		}

		private Mono<String> mono(Inner inner) {
			Mono<Long> delay = Mono.delay(Duration.ofMillis(1));
			return switch (this) {
				case RETURNED -> inner.innerMono();
				case DEFERRED -> Mono.defer(inner::innerMono);
				case FLAT_MAPPED_AFTER_DELAY -> delay.flatMap((tick) -> inner.innerMono());
				case SUBSCRIBED_ON_OTHER_THREAD -> inner.innerMono().subscribeOn(Schedulers.boundedElastic());
				case MAPPED_AFTER_DELAY -> delay.map((tick) -> inner.inner());
				case MAPPED_AFTER_DELAY_IN_FLUX ->
					Flux.interval(Duration.ofMillis(1)).map((tick) -> inner.inner()).next();
				case MAPPED_AFTER_PUBLISH_ON ->
					Flux.just("value").publishOn(Schedulers.parallel()).map((value) -> inner.inner()).single();
				default -> throw new IllegalStateException(name());
			};
		}

		String caller() {
			return EnumSet.of(SYNCHRONOUS, BLOCKED_ON, RETURNED_FROM_PLAIN_FUNCTION, ASYNC_METHOD, COMMON_POOL)
				.contains(this) ? "outer" : "outerMono";
		}

		String function() {
			if (this == ASYNC_METHOD) {
				return "innerAsync";
			}
			Set<Way> synchronous = EnumSet.of(SYNCHRONOUS, COMMON_POOL, MAPPED_AFTER_DELAY, MAPPED_AFTER_DELAY_IN_FLUX,
					MAPPED_AFTER_PUBLISH_ON);
			return synchronous.contains(this) ? "inner" : "innerMono";
		}

	}

	/**
	 * Switches asynchronous methods on.
	 */
	@EnableAsync
	@Configuration(proxyBeanMethods = false)
	static class Asynchronous {

	}

}
