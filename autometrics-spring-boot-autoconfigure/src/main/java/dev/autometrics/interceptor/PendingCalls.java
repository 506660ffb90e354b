package dev.autometrics.interceptor;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.autometrics.instrument.Call;
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

	private record Pending(Object answer, Call call) {

		boolean isFor(Object other) {
			return this.answer == other;
		}

	}

}
