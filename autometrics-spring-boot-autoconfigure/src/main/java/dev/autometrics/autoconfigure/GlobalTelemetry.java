package dev.autometrics.autoconfigure;

import java.lang.reflect.Field;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ReflectionUtils;

/**
 * The global OpenTelemetry, which an agent or the application may have set.
 * <p>
 * {@link GlobalOpenTelemetry#get()} is not asked unless somebody has: it would set one
 * that does nothing, or start an SDK, and the application could not set its own any more.
 * Newer releases have a method that tells, older ones a field only.
 */
final class GlobalTelemetry {

	private static final Log logger = LogFactory.getLog(GlobalTelemetry.class);

	static final String CLAIM = "isSet";

	static final String FIELD = "globalOpenTelemetry";

	private GlobalTelemetry() {
	}

	static @Nullable OpenTelemetry find() {
		try {
			return isSet() ? GlobalOpenTelemetry.get() : null;
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			logger.debug("Nobody knows whether GlobalOpenTelemetry is set", ex);
			return null;
		}
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
