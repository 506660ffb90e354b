package dev.autometrics.autoconfigure;

import java.lang.reflect.Field;
import java.util.Locale;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * The global OpenTelemetry, which an agent or the application may have set.
 * <p>
 * {@link GlobalOpenTelemetry#get()} is not asked unless somebody has: it would set one
 * that does nothing, or start an SDK, and the application could not set its own any more.
 * Newer releases have a method that tells, older ones a field only. An agent sets none:
 * it answers in the place of that method, and may be asked.
 */
final class GlobalTelemetry {

	private static final Log logger = LogFactory.getLog(GlobalTelemetry.class);

	static final String CLAIM = "isSet";

	static final String FIELD = "globalOpenTelemetry";

	static final String AGENT = "io.opentelemetry.javaagent.OpenTelemetryAgent";

	static final String AGENT_SWITCH = "otel.javaagent.enabled";

	private GlobalTelemetry() {
	}

	static @Nullable OpenTelemetry find(@Nullable ClassLoader classLoader) {
		try {
			return (isAgentThere(classLoader) || isSet()) ? GlobalOpenTelemetry.get() : null;
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			logger.debug("Nobody knows whether GlobalOpenTelemetry is set", ex);
			return null;
		}
	}

	private static boolean isAgentThere(@Nullable ClassLoader classLoader) {
		String variable = System.getenv(AGENT_SWITCH.replace('.', '_').toUpperCase(Locale.ROOT));
		String enabled = System.getProperty(AGENT_SWITCH, (variable != null) ? variable : "true");
		return ClassUtils.isPresent(AGENT, classLoader) && !enabled.trim().equalsIgnoreCase("false");
	}

	private static boolean isSet() throws ReflectiveOperationException {
		if (ReflectionUtils.findMethod(GlobalOpenTelemetry.class, CLAIM) != null) {
			return Boolean.TRUE.equals(GlobalOpenTelemetry.class.getMethod(CLAIM).invoke(null));
		}
		Field field = GlobalOpenTelemetry.class.getDeclaredField(FIELD);
		field.setAccessible(true);
		return field.get(null) != null;
	}

}
