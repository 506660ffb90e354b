package dev.autometrics.benchmarks;

import java.util.concurrent.CompletableFuture;

import dev.autometrics.Autometrics;
import reactor.core.publisher.Mono;

/**
 * Functions that the library measures, one for each way to end a call.
 */
@Autometrics
class MeasuredCompletions {

	String value(String argument) {
		return argument;
	}

	@Autometrics(okFor = IllegalStateException.class)
	String valueWithOkFor(String argument) {
		return argument;
	}

	CompletableFuture<String> future(String argument) {
		return CompletableFuture.completedFuture(argument);
	}

	Mono<String> mono(String argument) {
		return Mono.just(argument);
	}

	Mono<String> monoOfCallable(String argument) {
		return Mono.fromCallable(() -> argument);
	}

	String exception(IllegalStateException exception) {
		throw exception;
	}

	@Autometrics(okFor = IllegalStateException.class)
	String exceptionWithOkFor(IllegalStateException exception) {
		throw exception;
	}

}
