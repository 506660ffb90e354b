package dev.autometrics.benchmarks;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CallPart}.
 */
class CallPartTests {

	@ParameterizedTest
	@CsvSource({ "io.micrometer.core.instrument.Clock$1.wallTime,CLOCK",
			"dev.autometrics.instrument.CallRecorder.time,CLOCK",
			"io.micrometer.prometheusmetrics.PrometheusTimer.recordNonNegative,METERS",
			"dev.autometrics.interceptor.MeasuredMethod.measure,LIBRARY",
			"dev.autometrics.benchmarks.MeasuredFunction.call,BENCHMARK",
			"dev.autometrics.benchmarks.MeasuredFunction$$SpringCGLIB$$0.call,PROXY",
			"org.springframework.aop.framework.CglibAopProxy.proceed,PROXY", "java.lang.reflect.Method.invoke,PROXY",
			"java.util.concurrent.atomic.LongAdder.add,OTHER" })
	void frameBelongsToAPart(String frame, CallPart part) {
		assertThat(CallPart.of(frame)).isEqualTo(part);
	}

}
