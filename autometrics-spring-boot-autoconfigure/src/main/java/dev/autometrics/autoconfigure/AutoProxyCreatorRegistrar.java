package dev.autometrics.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.config.AopConfigUtils;
import org.springframework.aop.framework.ProxyConfig;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Sees to it that there is an auto-proxy creator, also without AspectJ and with
 * {@code spring.aop.auto=false}, where functions are measured by proxies. It makes the
 * proxies that Spring Boot would make: subclasses, unless
 * {@code spring.aop.proxy-target-class=false}.
 */
final class AutoProxyCreatorRegistrar implements ImportBeanDefinitionRegistrar {

	private final Environment environment;

	AutoProxyCreatorRegistrar(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
		if (AutometricsMode.of(this.environment) != AutometricsMode.PROXY) {
			return;
		}
		AopConfigUtils.registerAutoProxyCreatorIfNecessary(registry);
		if (this.environment.getProperty("spring.aop.proxy-target-class", Boolean.class, true)) {
			AopConfigUtils.forceAutoProxyCreatorToUseClassProxying(registry);
		}
	}

	/**
	 * Return whether proxies are subclasses also of classes that have an interface.
	 * @param creator the auto-proxy creator, {@code null} if somebody has removed it
	 * @return {@code false} if such a proxy has the interfaces only
	 */
	static boolean makesSubclasses(@Nullable ProxyConfig creator) {
		return creator == null || creator.isProxyTargetClass();
	}

}
