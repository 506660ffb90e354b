package dev.autometrics.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.ClassUtils;

/**
 * Matches if functions are recorded with something that can be had. Micrometer is, where
 * it is on the class path; whoever chooses OpenTelemetry is told what is missing.
 */
final class TrackerCondition extends SpringBootCondition {

	private static final String MICROMETER = "io.micrometer.core.instrument.MeterRegistry";

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("Autometrics tracker");
		TrackerChoice tracker = TrackerChoice.of(context.getEnvironment());
		if (tracker == TrackerChoice.MICROMETER && !ClassUtils.isPresent(MICROMETER, context.getClassLoader())) {
			return ConditionOutcome.noMatch(message.didNotFind("required class").items(MICROMETER));
		}
		return ConditionOutcome.match(message.found("tracker").items(tracker));
	}

}
