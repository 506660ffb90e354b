package dev.autometrics.benchmarks;

import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/**
 * Advice that counts and times a call, with meters that are looked up once and are the
 * same for all functions: the least that anybody would write. It knows no caller.
 */
final class HandWrittenInterceptor implements MethodInterceptor {

	static final String CALLS = "handwritten.interceptor.calls";

	static final String DURATION = "handwritten.interceptor.calls.duration";

	private final Counter succeeded;

	private final Counter failed;

	private final Timer duration;

	HandWrittenInterceptor(MeterRegistry registry) {
		this.succeeded = Counter.builder(CALLS).tag("result", "ok").register(registry);
		this.failed = Counter.builder(CALLS).tag("result", "error").register(registry);
		this.duration = Timer.builder(DURATION)
			.serviceLevelObjectives(HandWrittenFunction.buckets())
			.register(registry);
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		long start = System.nanoTime();
		Counter calls = this.failed;
		try {
			Object value = invocation.proceed();
			calls = this.succeeded;
			return value;
		}
		finally {
			this.duration.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
			calls.increment();
		}
	}

}
