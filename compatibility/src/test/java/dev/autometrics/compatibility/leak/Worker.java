package dev.autometrics.compatibility.leak;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

import dev.autometrics.Autometrics;
import reactor.core.publisher.Flux;

import org.springframework.scheduling.annotation.Async;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A bean with functions of several kinds.
 */
@Autometrics(trackConcurrency = true)
@RestController
class Worker {

	@Autometrics(errorIf = "#result.isEmpty()")
	String check(String text) {
		return text;
	}

	@Async
	CompletableFuture<String> answer(String text) {
		return CompletableFuture.completedFuture(text);
	}

	Flux<String> answers() {
		return Flux.just("one", "two");
	}

	@GetMapping("/check")
	Callable<String> checkLater() {
		return () -> "checked";
	}

}
