package dev.autometrics.interceptor;

import java.lang.reflect.Method;
import java.util.function.Supplier;

import org.aopalliance.aop.Advice;

import org.springframework.aop.Pointcut;
import org.springframework.aop.framework.autoproxy.ProxyCreationContext;
import org.springframework.aop.support.AbstractPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.util.function.SingletonSupplier;

/**
 * Applies {@link AutometricsInterceptor} to functions, and enters them into the catalog
 * when the proxy of their bean is made. The advice is made with the first proxy: the
 * advisor is needed before any other bean, and in applications without functions too.
 *
 * @since 0.1.0
 */
public final class AutometricsAdvisor extends AbstractPointcutAdvisor {

	private static final long serialVersionUID = 1L;

	private final transient Pointcut pointcut;

	private final transient Supplier<AutometricsInterceptor> advice;

	/**
	 * Create an advisor.
	 * @param functions the functions of beans
	 * @param methods what measures them, asked for once the first one is there
	 * @param order the order among other advisors, lower is outside
	 */
	public AutometricsAdvisor(BeanFunctions functions, Supplier<MeasuredMethods> methods, int order) {
		this.pointcut = new FunctionPointcut(functions);
		this.advice = SingletonSupplier.of(() -> new AutometricsInterceptor(functions.source(), methods.get()));
		setOrder(order);
	}

	@Override
	public Pointcut getPointcut() {
		return this.pointcut;
	}

	@Override
	public Advice getAdvice() {
		return this.advice.get();
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
