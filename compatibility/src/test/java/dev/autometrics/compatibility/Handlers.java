package dev.autometrics.compatibility;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import dev.autometrics.Autometrics;
import dev.autometrics.SkipAutometrics;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.WebAsyncTask;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * Request handlers that answer later, in the way that they are asked for.
 */
@Autometrics
@RestController
class Handlers {

	private static final long NOW = 50;

	private static final long LATER = 30_000;

	private final BlockingQueue<DeferredResult<String>> pending = new LinkedBlockingQueue<>();

	private final BlockingQueue<String> callbacks = new LinkedBlockingQueue<>();

	private final Inner inner;

	Handlers(Inner inner) {
		this.inner = inner;
	}

	@GetMapping("/callable")
	Callable<String> callable(@RequestParam String outcome) {
		failIf(outcome.equals("throw"));
		return outcome.equals("timeout") ? this::block : () -> answer(outcome);
	}

	@GetMapping("/webAsyncTask")
	WebAsyncTask<String> webAsyncTask(@RequestParam String outcome) {
		failIf(outcome.equals("throw"));
		return outcome.equals("timeout") ? new WebAsyncTask<>(NOW, this::block)
				: new WebAsyncTask<>(LATER, () -> answer(outcome));
	}

	@GetMapping("/deferredResult")
	DeferredResult<String> deferredResult(@RequestParam String outcome) {
		failIf(outcome.equals("throw"));
		DeferredResult<String> result = outcome.equals("fallback") ? new DeferredResult<>(NOW, "instead")
				: new DeferredResult<>(outcome.equals("timeout") ? NOW : LATER);
		switch (outcome) {
			case "value" -> {
				result.onCompletion(() -> this.callbacks.add("completed"));
				result.setResult("value");
			}
			case "error" -> result.setErrorResult(new IllegalStateException("failed"));
			case "later" -> this.pending.add(result);
			default -> {
			}
		}
		return result;
	}

	@GetMapping("/streamingResponseBody")
	StreamingResponseBody streamingResponseBody(@RequestParam String outcome) {
		return (output) -> write(output, answer(outcome));
	}

	@GetMapping("/future")
	CompletableFuture<String> future(@RequestParam String outcome) {
		return CompletableFuture.supplyAsync(() -> answer(outcome));
	}

	@GetMapping("/mono")
	Mono<String> mono(@RequestParam String outcome) {
		return Mono.fromSupplier(() -> answer(outcome));
	}

	private String answer(String outcome) {
		failIf(outcome.equals("error"));
		return outcome.equals("inner") ? this.inner.inner() : outcome;
	}

	private String block() throws InterruptedException {
		return String.valueOf(new CountDownLatch(1).await(LATER, TimeUnit.MILLISECONDS));
	}

	private static void failIf(boolean failing) {
		if (failing) {
			throw new IllegalStateException("failed");
		}
	}

	private static void write(OutputStream output, String text) throws IOException {
		output.write(text.getBytes(StandardCharsets.UTF_8));
	}

	@SkipAutometrics
	BlockingQueue<DeferredResult<String>> pending() {
		return this.pending;
	}

	@SkipAutometrics
	BlockingQueue<String> callbacks() {
		return this.callbacks;
	}

}
