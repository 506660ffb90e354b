package dev.autometrics.compatibility;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

import dev.autometrics.Autometrics;
import dev.autometrics.Result;
import dev.autometrics.ResultClassifier;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Functions and classifiers that say what counts as an error.
 */
final class ResultFunctions {

	private ResultFunctions() {
	}

	/**
	 * Functions for which what is missing is no error.
	 */
	static class Tolerant {

		@Autometrics(okFor = FileNotFoundException.class)
		String plain(Throwable failure) throws Throwable {
			throw failure;
		}

		@Autometrics(okFor = FileNotFoundException.class)
		CompletableFuture<String> future(Throwable failure) {
			return CompletableFuture.failedFuture(failure);
		}

		@Autometrics(okFor = FileNotFoundException.class)
		Mono<String> mono(Throwable failure) {
			return Mono.just("value").map((value) -> {
				throw Exceptions.propagate(failure);
			});
		}

		@Autometrics(okFor = FileNotFoundException.class)
		Flux<String> flux(Throwable failure) {
			return Flux.concat(Mono.just("value"), Mono.error(failure));
		}

		@Autometrics
		String text(String value) {
			return value;
		}

		static Object call(Tolerant proxy, String function, Throwable failure) throws Throwable {
			return switch (function) {
				case "plain" -> proxy.plain(failure);
				case "future" -> proxy.future(failure).join();
				case "mono" -> String.valueOf(proxy.mono(failure).block());
				default -> String.valueOf(proxy.flux(failure).blockLast());
			};
		}

		static Throwable failure(String name) {
			return switch (name) {
				case "missing" -> new FileNotFoundException(name);
				case "wrapped" -> new CompletionException(new ExecutionException(new FileNotFoundException(name)));
				default -> new IOException(name);
			};
		}

	}

	/**
	 * Functions that return what they are given, which is an error above a limit.
	 */
	static class Limited {

		private static final String ABOVE_LIMIT = "#result > #limit";

		@Autometrics(errorIf = ABOVE_LIMIT)
		int plain(int value, int limit) {
			if (value < 0) {
				throw new IllegalArgumentException("negative");
			}
			return value;
		}

		@Autometrics(errorIf = "#result > #a1")
		CompletableFuture<Integer> future(int value, int limit) {
			return CompletableFuture.completedFuture(value);
		}

		@Autometrics(errorIf = "#result > #p1 and #root.target != null and #root.args[0] == #result")
		Mono<Integer> mono(int value, int limit) {
			return Mono.just(value);
		}

		@Autometrics(errorIf = ABOVE_LIMIT)
		CompletableFuture<Integer> asynchronous(int value, int limit) {
			return CompletableFuture.supplyAsync(() -> value);
		}

		static Object valueOf(Object returned) {
			if (returned instanceof CompletableFuture<?> future) {
				return future.join();
			}
			return (returned instanceof Mono<?> mono) ? mono.block() : returned;
		}

	}

	/**
	 * An expression that is one, and fails.
	 */
	static class Unevaluable {

		@Autometrics(errorIf = "#result.statusCode.is5xxServerError()")
		String text() {
			return "text";
		}

	}

	/**
	 * An expression that is none.
	 */
	static class Broken {

		@Autometrics(errorIf = "#result.")
		String text() {
			return "text";
		}

	}

	/**
	 * Functions that answer with a status.
	 */
	@Autometrics
	static class Responses {

		ResponseEntity<String> entity(int status) {
			return ResponseEntity.status(status).build();
		}

		Mono<ResponseEntity<String>> entityMono(int status) {
			return Mono.just(ResponseEntity.status(status).build());
		}

		void fail(RuntimeException failure) {
			throw failure;
		}

	}

	/**
	 * What stands for a client error.
	 */
	@ResponseStatus(HttpStatus.GONE)
	static class GoneException extends RuntimeException {

	}

	/**
	 * Classifiers that do not agree.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Classifiers {

		@Bean
		@Order(2)
		ResultClassifier later() {
			return (value, failure) -> (failure != null || !"none".equals(value)) ? Result.OK : null;
		}

		@Bean
		@Order(1)
		ResultClassifier first() {
			return (value, failure) -> (failure != null || "first".equals(value)) ? Result.ERROR : null;
		}

	}

	/**
	 * A classifier that fails.
	 */
	static class ThrowingClassifier implements ResultClassifier {

		@Override
		public Result classify(Object value, Throwable failure) {
			throw new IllegalStateException("no idea");
		}

	}

}
