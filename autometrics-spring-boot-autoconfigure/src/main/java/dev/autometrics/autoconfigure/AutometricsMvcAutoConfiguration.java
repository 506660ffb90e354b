package dev.autometrics.autoconfigure;

import dev.autometrics.interceptor.MvcAsyncInterceptor;
import dev.autometrics.interceptor.MvcCompletionAdapter;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Auto-configuration that measures asynchronous request handlers of Spring MVC to their
 * end.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = AutometricsAutoConfiguration.class)
@ConditionalOnClass(WebMvcConfigurer.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(name = "autometricsCompletionAdapters")
public final class AutometricsMvcAutoConfiguration {

	@Bean
	MvcCompletionAdapter autometricsMvcCompletionAdapter() {
		return new MvcCompletionAdapter();
	}

	@Bean
	WebMvcConfigurer autometricsAsyncConfigurer() {
		return new AsyncConfigurer(new MvcAsyncInterceptor());
	}

	private record AsyncConfigurer(MvcAsyncInterceptor interceptor) implements WebMvcConfigurer {

		@Override
		public void configureAsyncSupport(AsyncSupportConfigurer configurer) {
			configurer.registerCallableInterceptors(this.interceptor);
			configurer.registerDeferredResultInterceptors(this.interceptor);
		}

	}

}
