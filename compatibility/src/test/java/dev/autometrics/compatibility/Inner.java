package dev.autometrics.compatibility;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

import dev.autometrics.Autometrics;
import reactor.core.publisher.Mono;

import org.springframework.scheduling.annotation.Async;

/**
 * Functions that are called by others.
 */
@Autometrics
class Inner {

	String inner() {
		return "inner";
	}

	Mono<String> innerMono() {
		return Mono.just("inner");
	}

	Callable<String> work() {
		return () -> "work";
	}

	@Async
	CompletableFuture<String> innerAsync() {
		return CompletableFuture.completedFuture("inner");
	}

}
