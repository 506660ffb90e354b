package dev.autometrics.autoconfigure;

import dev.autometrics.ResultClassifier;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.ErrorResponse;

/**
 * Auto-configuration of results that follow the HTTP status, if asked for. It comes after
 * the classifiers of the application.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = AutometricsAutoConfiguration.class)
@ConditionalOnClass(ErrorResponse.class)
@ConditionalOnProperty(prefix = AutometricsProperties.PREFIX, name = "results.by-http-status")
@ConditionalOnBean(name = "autometricsResultClassifiers")
public final class AutometricsHttpStatusAutoConfiguration {

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	ResultClassifier autometricsHttpStatusResultClassifier() {
		return new HttpStatusResultClassifier();
	}

}
