package dev.autometrics.autoconfigure;

import dev.autometrics.interceptor.MvcAsyncInterceptor;
import dev.autometrics.interceptor.MvcCompletionAdapter;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Auto-configuration that measures asynchronous request handlers of Spring MVC to their
 * end.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = AutometricsAutoConfiguration.class)
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@ConditionalOnClass(WebMvcConfigurer.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(name = "autometricsMeasuredMethods")
public final class AutometricsMvcAutoConfiguration {

	@Bean
	@Lazy
	MvcCompletionAdapter autometricsMvcCompletionAdapter() {
		return new MvcCompletionAdapter();
	}

	@Bean
	WebMvcConfigurer autometricsAsyncConfigurer() {
		return new MvcAsyncConfigurer(new MvcAsyncInterceptor());
	}

}
