package dev.autometrics.compatibility.situation;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import dev.autometrics.Autometrics;
import reactor.core.publisher.Mono;

/**
 * Functions that end now, and ones that end when there is an answer.
 */
class TracedFunctions {

	private final CompletableFuture<String> answer = new CompletableFuture<>();

	@Autometrics
	void now() {
	}

	@Autometrics
	CompletionStage<String> later() {
		return this.answer;
	}

	@Autometrics
	Mono<String> mono() {
		return Mono.fromFuture(this.answer);
	}

	void answer() {
		this.answer.complete("answer");
	}

}
