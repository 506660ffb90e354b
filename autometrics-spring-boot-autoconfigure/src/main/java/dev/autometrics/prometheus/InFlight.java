package dev.autometrics.prometheus;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Lets a few requests run at a time. The others wait in a queue, not on a thread.
 *
 * @param <T> what a request is answered with
 */
final class InFlight<T> {

	private final Queue<Request<T>> waiting = new ArrayDeque<>();

	private final Set<Request<T>> running = new HashSet<>();

	private final int most;

	InFlight(int most) {
		this.most = most;
	}

	/**
	 * Run a request now or later.
	 * @param start what starts it
	 * @return the answer; cancelling it cancels the request
	 */
	CompletableFuture<T> run(Supplier<CompletableFuture<T>> start) {
		Request<T> request = new Request<>(start, new CompletableFuture<>());
		synchronized (this) {
			this.waiting.add(request);
		}
		whenEnded(request.answer, (answer, ex) -> ended(request));
		startWaiting();
		return request.answer;
	}

	static <A> void whenEnded(CompletableFuture<A> answer, BiConsumer<? super A, ? super Throwable> action) {
		CompletableFuture<A> unused = answer.whenComplete(action);
	}

	private void ended(Request<T> request) {
		synchronized (this) {
			this.running.remove(request);
			this.waiting.remove(request);
		}
		startWaiting();
	}

	private void startWaiting() {
		for (Request<T> request = next(); request != null; request = next()) {
			request.start();
		}
	}

	private synchronized @Nullable Request<T> next() {
		if (this.running.size() >= this.most) {
			return null;
		}
		Request<T> request = this.waiting.poll();
		if (request != null) {
			this.running.add(request);
		}
		return request;
	}

	void cancelAll() {
		List<Request<T>> all;
		synchronized (this) {
			all = new ArrayList<>(this.waiting);
			all.addAll(this.running);
		}
		all.forEach((request) -> request.answer.cancel(true));
	}

	private static final class Request<T> {

		private final Supplier<CompletableFuture<T>> start;

		private final CompletableFuture<T> answer;

		private Request(Supplier<CompletableFuture<T>> start, CompletableFuture<T> answer) {
			this.start = start;
			this.answer = answer;
		}

		private void start() {
			try {
				CompletableFuture<T> started = this.start.get();
				whenEnded(this.answer, (answer, ex) -> started.cancel(true));
				whenEnded(started, (answer, ex) -> {
					if (ex != null) {
						this.answer.completeExceptionally(ex);
					}
					else {
						this.answer.complete(answer);
					}
				});
			}
			catch (RuntimeException ex) {
				this.answer.completeExceptionally(ex);
			}
		}

	}

}
