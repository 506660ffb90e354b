package dev.autometrics.interceptor;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.autometrics.instrument.Call;
import dev.autometrics.instrument.CallerContext;
import dev.autometrics.instrument.FunctionRecorder;
import org.jspecify.annotations.Nullable;

import org.springframework.web.context.request.RequestAttributes;

/**
 * The calls that wait for the asynchronous answer of one request.
 */
final class PendingCalls {

	private static final String ATTRIBUTE = PendingCalls.class.getName();

	private final List<Pending> pending = new CopyOnWriteArrayList<>();

	static PendingCalls of(RequestAttributes request) {
		Object known = request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
		if (known instanceof PendingCalls calls) {
			return calls;
		}
		PendingCalls calls = new PendingCalls();
		request.setAttribute(ATTRIBUTE, calls, RequestAttributes.SCOPE_REQUEST);
		return calls;
	}

	void add(Object answer, Call call) {
		this.pending.add(new Pending(answer, call));
	}

	/**
	 * Run what follows on this thread as the function whose answer it makes.
	 * @param answer the work that makes the answer
	 */
	void enter(Object answer) {
		for (Pending candidate : this.pending) {
			if (candidate.isFor(answer)) {
				candidate.enter();
			}
		}
	}

	/**
	 * End what {@link #enter} has begun, on the same thread.
	 * @param answer the work that made the answer
	 */
	void leave(Object answer) {
		for (Pending candidate : this.pending) {
			if (candidate.isFor(answer)) {
				candidate.leave();
			}
		}
	}

	void end(Object answer, @Nullable Object result) {
		for (Pending candidate : this.pending) {
			if (candidate.isFor(answer)) {
				if (result instanceof Throwable failure) {
					candidate.call().fail(failure);
				}
				else {
					candidate.call().complete(result);
				}
			}
		}
	}

	void fail(Throwable failure) {
		this.pending.forEach((candidate) -> candidate.call().fail(failure));
	}

	void cancel() {
		this.pending.forEach((candidate) -> candidate.call().cancel());
	}

	private static final class Pending {

		private final Object answer;

		private final Call call;

		private @Nullable FunctionRecorder previous;

		Pending(Object answer, Call call) {
			this.answer = answer;
			this.call = call;
		}

		boolean isFor(Object other) {
			return this.answer == other;
		}

		Call call() {
			return this.call;
		}

		void enter() {
			this.previous = CallerContext.enter(CallerContext.frame(), this.call.function());
		}

		void leave() {
			CallerContext.leave(CallerContext.frame(), this.previous);
		}

	}

}
