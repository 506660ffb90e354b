package dev.autometrics.benchmarks;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/**
 * Leaves nothing of OpenTelemetry's auto-configurations but that of {@code @WithSpan}:
 * the others are for libraries that are not here.
 */
final class OpenTelemetryFilter implements AutoConfigurationImportFilter {

	/**
	 * Property that switches off what would look for OpenTelemetry's log appender.
	 */
	static final String APPENDER = "otel.instrumentation.logback-appender.enabled";

	/**
	 * Property that switches off what would look for its logging context.
	 */
	static final String LOGGING_CONTEXT = "otel.instrumentation.logback-mdc.enabled";

	private static final String OPEN_TELEMETRY = "io.opentelemetry.";

	private static final String ANNOTATIONS = ".InstrumentationAnnotationsAutoConfiguration";

	@Override
	@SuppressWarnings("NullAway")
	public boolean[] match(String[] classes, AutoConfigurationMetadata metadata) {
		boolean[] matches = new boolean[classes.length];
		for (int i = 0; i < classes.length; i++) {
			// What another filter has removed is null.
			String name = String.valueOf((Object) classes[i]);
			matches[i] = !name.startsWith(OPEN_TELEMETRY) || name.endsWith(ANNOTATIONS);
		}
		return matches;
	}

}
