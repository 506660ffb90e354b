package dev.autometrics.autoconfigure;

import dev.autometrics.interceptor.MvcAsyncInterceptor;

import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets Spring MVC tell the end of asynchronous requests.
 *
 * @param interceptor what is told
 */
record MvcAsyncConfigurer(MvcAsyncInterceptor interceptor) implements WebMvcConfigurer {

	@Override
	public void configureAsyncSupport(AsyncSupportConfigurer configurer) {
		configurer.registerCallableInterceptors(this.interceptor);
		configurer.registerDeferredResultInterceptors(this.interceptor);
	}

}
