package dev.autometrics.benchmarks;

import java.util.concurrent.CompletableFuture;

import reactor.core.publisher.Mono;

/**
 * Functions behind a proxy that does nothing, one for each way to end a call.
 */
@Intercepted
class InterceptedCompletions {

	String value(String argument) {
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

}
