package dev.autometrics.compatibility;

import java.util.function.Supplier;

import dev.autometrics.Autometrics;
import reactor.core.publisher.Mono;

/**
 * A function that calls others: the caller of what happens in it.
 */
class Outer {

	@Autometrics
	<T> T outer(Supplier<T> work) {
		return work.get();
	}

	@Autometrics
	<T> Mono<T> outerMono(Supplier<Mono<T>> work) {
		return work.get();
	}

}
