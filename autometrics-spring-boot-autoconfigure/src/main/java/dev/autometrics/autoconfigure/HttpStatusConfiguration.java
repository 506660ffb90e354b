package dev.autometrics.autoconfigure;

import dev.autometrics.ResultClassifier;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.ErrorResponse;

/**
 * Results that follow the HTTP status, if asked for. They come after the classifiers of
 * the application.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(ErrorResponse.class)
@ConditionalOnProperty(prefix = AutometricsProperties.PREFIX, name = "results.by-http-status")
class HttpStatusConfiguration {

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	ResultClassifier autometricsHttpStatusResultClassifier() {
		return new HttpStatusResultClassifier();
	}

}
