package dev.autometrics.autoconfigure;

import dev.autometrics.aspectj.FunctionAspect;
import dev.autometrics.interceptor.BeanFunctions;
import dev.autometrics.interceptor.WovenFunctions;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;

/**
 * Lets woven classes record to the application from the time when its beans are created
 * until it is closed, and enters the functions of each bean into the catalog before
 * anybody wraps it.
 */
final class WovenBeans implements BeanPostProcessor, DisposableBean, Ordered {

	private final BeanFunctions beans;

	private final WovenFunctions functions;

	WovenBeans(BeanFunctions beans, WovenFunctions functions) {
		this.beans = beans;
		this.functions = functions;
		FunctionAspect.open(functions);
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		this.beans.enter(beanName, bean.getClass());
		return bean;
	}

	@Override
	public void destroy() {
		FunctionAspect.close(this.functions);
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

}
