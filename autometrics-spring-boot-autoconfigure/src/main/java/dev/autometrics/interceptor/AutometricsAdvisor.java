package dev.autometrics.interceptor;

import java.lang.reflect.Method;

import org.springframework.aop.Pointcut;
import org.springframework.aop.framework.autoproxy.ProxyCreationContext;
import org.springframework.aop.support.AbstractBeanFactoryPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;

/**
 * Applies {@link AutometricsInterceptor} to functions, and enters them into the catalog
 * when the proxy of their bean is made. The advice is known by its bean name, so that the
 * advisor, which is needed before any other bean, does not create it.
 *
 * @since 0.1.0
 */
public final class AutometricsAdvisor extends AbstractBeanFactoryPointcutAdvisor {

	private static final long serialVersionUID = 1L;

	private final transient Pointcut pointcut;

	/**
	 * Create an advisor.
	 * @param functions the functions of beans
	 * @param adviceBeanName the name of the interceptor's bean
	 * @param order the order among other advisors, lower is outside
	 */
	public AutometricsAdvisor(BeanFunctions functions, String adviceBeanName, int order) {
		this.pointcut = new FunctionPointcut(functions);
		setAdviceBeanName(adviceBeanName);
		setOrder(order);
	}

	@Override
	public Pointcut getPointcut() {
		return this.pointcut;
	}

	private static final class FunctionPointcut extends StaticMethodMatcherPointcut {

		private final BeanFunctions functions;

		FunctionPointcut(BeanFunctions functions) {
			this.functions = functions;
			setClassFilter(functions::has);
		}

		@Override
		public boolean matches(Method method, Class<?> targetClass) {
			if (this.functions.source().getFunction(method, targetClass) == null) {
				return false;
			}
			String beanName = ProxyCreationContext.getCurrentProxiedBeanName();
			if (beanName != null) {
				this.functions.enter(beanName, targetClass);
			}
			return true;
		}

	}

}
