package dev.autometrics.instrument;

import org.jspecify.annotations.Nullable;

/**
 * The span that a call belongs to: the one that was current when the call started. While
 * a call is recorded whose span is known, on whatever thread, that span stands for the
 * one of the thread.
 *
 * @param traceId identifier of the trace, as the tracer writes it
 * @param spanId identifier of the span
 * @since 0.1.0
 */
public record CallSpan(String traceId, String spanId) {

	/**
	 * No span, or one that is not sampled.
	 */
	public static final CallSpan NONE = new CallSpan("", "");

	private static final ThreadLocal<@Nullable CallSpan> RECORDED = new ThreadLocal<>();

	/**
	 * Return the span of the call that is being recorded on the current thread.
	 * @return the span, or {@code null} if that of the thread counts
	 */
	public static @Nullable CallSpan recorded() {
		return RECORDED.get();
	}

	/**
	 * Let this span count for what the current thread records.
	 */
	void enter() {
		RECORDED.set(this);
	}

	/**
	 * Let the span of the thread count again. Removes the value: one that stays behind in
	 * a pooled thread would keep the class loader of the application alive.
	 */
	static void leave() {
		RECORDED.remove();
	}

}
