package dev.autometrics.instrument;

import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Lets Micrometer's context propagation carry the current function to other threads. It
 * is found by the service loader, and only where that library is present.
 *
 * @since 0.1.0
 */
public final class CallerContextAccessor implements ThreadLocalAccessor<FunctionRecorder> {

	@Override
	public Object key() {
		return CallerContext.KEY;
	}

	@Override
	public @Nullable FunctionRecorder getValue() {
		return CallerContext.current();
	}

	@Override
	public void setValue(FunctionRecorder function) {
		CallerContext.leave(CallerContext.frame(), function);
	}

	@Override
	public void setValue() {
		CallerContext.leave(CallerContext.frame(), null);
	}

}
