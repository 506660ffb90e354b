package dev.autometrics.instrument;

import org.jspecify.annotations.Nullable;

/**
 * What knows the span that is current. Safe for concurrent use.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface CallSpans {

	/**
	 * There are no spans.
	 */
	CallSpans UNKNOWN = () -> null;

	/**
	 * There are spans, and none of them is for the calls of functions.
	 */
	CallSpans UNWANTED = new CallSpans() {

		@Override
		public @Nullable CallSpan current() {
			return null;
		}

		@Override
		public FunctionMeters around(FunctionMeters meters) {
			return (caller, result, nanos) -> {
				CallSpan.NONE.enter();
				try {
					meters.record(caller, result, nanos);
				}
				finally {
					CallSpan.leave();
				}
			};
		}

	};

	/**
	 * Return the span that is current on this thread.
	 * @return the span, or {@code null} if spans are not carried from the start of a call
	 * to its end
	 */
	@Nullable CallSpan current();

	/**
	 * Return what calls are written to.
	 * @param meters what they would be written to if there were no spans
	 * @return the same, or what stands for it
	 */
	default FunctionMeters around(FunctionMeters meters) {
		return meters;
	}

}
