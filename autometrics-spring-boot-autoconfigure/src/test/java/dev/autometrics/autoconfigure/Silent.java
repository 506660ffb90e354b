package dev.autometrics.autoconfigure;

import java.util.List;

import dev.autometrics.Autometrics;
import dev.autometrics.autoconfigure.hidden.HiddenBase;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.PriorityOrdered;

/**
 * Beans of which something is not measured.
 */
final class Silent {

	private Silent() {
	}

	static class Unreached {

		@Autometrics
		private String secretly() {
			return "";
		}

		@Autometrics
		static String globally() {
			return "";
		}

		@Autometrics
		final String finallyDone() {
			return "";
		}

		@Autometrics
		String openly() {
			return secretly();
		}

	}

	@Autometrics
	static class MarkedType {

		private String helper() {
			return "";
		}

		static String global() {
			return "";
		}

		final String packagePrivate() {
			return "";
		}

		String place() {
			return helper() + packagePrivate();
		}

	}

	@Autometrics
	public static class OpenType {

		public final String finallyDone() {
			return "";
		}

	}

	static class Hidden extends HiddenBase {

	}

	interface Shop {

		void place();

	}

	static class InterfaceShop implements Shop {

		@Override
		@Autometrics
		public void place() {
		}

		@Autometrics
		void cancel() {
		}

	}

	static class Chatty {

		@Autometrics
		String place() {
			return "";
		}

		String all(List<String> orders) {
			orders.forEach((order) -> place());
			return place();
		}

	}

	@Autometrics
	static class ChattyType {

		String place() {
			return "";
		}

		String all() {
			return place();
		}

	}

	static class Early {

		@Autometrics
		String place() {
			return "";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WithPostProcessor {

		@Bean
		static FirstPostProcessor processor(Early early) {
			return new FirstPostProcessor();
		}

		@Bean
		Early early() {
			return new Early();
		}

	}

	static class FirstPostProcessor implements BeanPostProcessor, PriorityOrdered {

		@Override
		public int getOrder() {
			return 0;
		}

	}

	static class MeasuredPostProcessor extends FirstPostProcessor {

		@Override
		@Autometrics
		public Object postProcessBeforeInitialization(Object bean, String beanName) {
			return bean;
		}

	}

	static class WithoutProxies implements BeanDefinitionRegistryPostProcessor {

		@Override
		public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
			registry.removeBeanDefinition("org.springframework.aop.config.internalAutoProxyCreator");
		}

	}

	@Autometrics(name = "all")
	static class NamedType {

		String place() {
			return "";
		}

	}

}
