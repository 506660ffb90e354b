package dev.autometrics.autoconfigure;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.ClassUtils;

/**
 * Matches if functions are recorded with something that can be had. Micrometer is, where
 * it is on the class path; whoever chooses OpenTelemetry is told what is missing.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(ConditionalOnTracker.OnTracker.class)
@interface ConditionalOnTracker {

	/**
	 * Return what matches.
	 * @return trackers, any of them
	 */
	TrackerChoice[] value();

	/**
	 * The condition.
	 */
	final class OnTracker extends SpringBootCondition {

		private static final String MICROMETER = "io.micrometer.core.instrument.MeterRegistry";

		@Override
		public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
			TrackerChoice[] wanted = metadata.getAnnotations()
				.get(ConditionalOnTracker.class)
				.getEnumArray("value", TrackerChoice.class);
			ConditionMessage.Builder message = ConditionMessage.forCondition(ConditionalOnTracker.class);
			TrackerChoice tracker = TrackerChoice.of(context.getEnvironment());
			if (tracker == TrackerChoice.MICROMETER && !ClassUtils.isPresent(MICROMETER, context.getClassLoader())) {
				return ConditionOutcome.noMatch(message.didNotFind("required class").items(MICROMETER));
			}
			return new ConditionOutcome(Arrays.asList(wanted).contains(tracker),
					message.found("tracker").items(tracker));
		}

	}

}
