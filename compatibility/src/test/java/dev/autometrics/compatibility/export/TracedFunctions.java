package dev.autometrics.compatibility.export;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import dev.autometrics.Autometrics;
import reactor.core.publisher.Mono;

/**
 * Functions that end now, and ones that end when there is an answer.
 */
public class TracedFunctions {

	private final CompletableFuture<String> answer = new CompletableFuture<>();

	/**
	 * Do nothing.
	 */
	@Autometrics
	public void now() {
	}

	/**
	 * Return the answer that may not be there yet.
	 * @return the answer
	 */
	@Autometrics
	public CompletionStage<String> later() {
		return this.answer;
	}

	/**
	 * Return the answer that may not be there yet.
	 * @return the answer
	 */
	@Autometrics
	public Mono<String> mono() {
		return Mono.fromFuture(this.answer);
	}

	/**
	 * Give the answer.
	 */
	public void answer() {
		this.answer.complete("answer");
	}

}
