package dev.autometrics.autoconfigure;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches if functions are measured in one way and no other. The property is bound as
 * everywhere else, so that no spelling of it matches nothing at all.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Conditional(ConditionalOnMode.OnMode.class)
@interface ConditionalOnMode {

	/**
	 * Return the way that matches.
	 * @return the mode
	 */
	AutometricsMode value();

	/**
	 * The condition.
	 */
	final class OnMode extends SpringBootCondition {

		@Override
		public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
			AutometricsMode wanted = metadata.getAnnotations()
				.get(ConditionalOnMode.class)
				.getEnum("value", AutometricsMode.class);
			AutometricsMode mode = AutometricsMode.of(context.getEnvironment());
			return new ConditionOutcome(mode == wanted,
					ConditionMessage.forCondition(ConditionalOnMode.class).found("mode").items(mode));
		}

	}

}
