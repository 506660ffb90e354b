package dev.autometrics.autoconfigure;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.autometrics.interceptor.AutometricsAdvisor;
import dev.autometrics.interceptor.BeanFunctions;
import dev.autometrics.interceptor.MethodProblems;
import dev.autometrics.interceptor.TypeSelection;
import dev.autometrics.interceptor.WeavingProblems;
import dev.autometrics.problems.Problem;
import dev.autometrics.problems.ProblemCode;
import dev.autometrics.problems.Problems;
import org.aopalliance.aop.Advice;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.Advisor;
import org.springframework.aop.SpringProxy;
import org.springframework.aop.config.AopConfigUtils;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.AopInfrastructureBean;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * Looks at every bean for what is to be measured and is not.
 */
final class BeanInspection {

	private static final Log logger = LogFactory.getLog(BeanInspection.class);

	private final ConfigurableListableBeanFactory beanFactory;

	private final BeanFunctions functions;

	private final MethodProblems methods;

	private final @Nullable WeavingProblems weaving;

	private final TypeSelection selection;

	private final Problems problems;

	BeanInspection(ConfigurableListableBeanFactory beanFactory, Problems problems) {
		this.beanFactory = beanFactory;
		this.functions = beanFactory.getBean(BeanFunctions.class);
		this.selection = beanFactory.getBean(EarlyProperties.class).start().selection();
		this.methods = new MethodProblems(this.selection, this.functions.proxies(), problems);
		this.weaving = beanFactory.getBeanProvider(WeavingProblems.class).getIfAvailable();
		this.problems = problems;
	}

	/**
	 * Look at every bean that there is, and at the types of those that are not there yet.
	 * @return the classes of the beans as their authors wrote them
	 */
	Set<Class<?>> inspect() {
		Set<Class<?>> types = new LinkedHashSet<>();
		Set<String> names = new LinkedHashSet<>(List.of(this.beanFactory.getBeanDefinitionNames()));
		names.addAll(List.of(this.beanFactory.getSingletonNames()));
		for (String name : names) {
			Class<?> type = typeOf(name);
			if (type != null) {
				types.add(ClassUtils.getUserClass(type));
				inspect(name, type);
			}
		}
		this.selection.unmatched()
			.forEach((pattern) -> this.problems.report(new Problem(ProblemCode.PATTERN_WITHOUT_MATCH,
					"autometrics.include", "No bean is of the types that '" + pattern + "' stands for.",
					"Correct the pattern: a package or a class, or @ and the qualified name of an annotation.")));
		return types;
	}

	private @Nullable Class<?> typeOf(String beanName) {
		try {
			Object bean = this.beanFactory.getSingleton(beanName);
			return (bean != null && !(bean instanceof FactoryBean<?>)) ? AopUtils.getTargetClass(bean)
					: this.beanFactory.getType(beanName, false);
		}
		catch (BeansException | LinkageError ex) {
			logger.debug("The type of bean '" + beanName + "' is unknown", ex);
			return null;
		}
	}

	private void inspect(String beanName, Class<?> type) {
		if (this.weaving != null) {
			this.weaving.inspect(type);
			return;
		}
		this.methods.inspect(type);
		if (this.functions.has(type)) {
			inspectProxy(beanName, type);
		}
	}

	private void inspectProxy(String beanName, Class<?> type) {
		Object bean = this.beanFactory.getSingleton(beanName);
		if (bean == null || bean instanceof FactoryBean<?> || isMeasured(bean)) {
			return;
		}
		if (!this.beanFactory.containsBean(AopConfigUtils.AUTO_PROXY_CREATOR_BEAN_NAME)) {
			this.problems.report(new Problem(ProblemCode.AUTO_PROXYING_OFF, AopConfigUtils.AUTO_PROXY_CREATOR_BEAN_NAME,
					"There is no such bean, so no bean gets a proxy and nothing is measured.",
					"Leave the bean definition in place that Autometrics registers, or weave with AspectJ."));
			return;
		}
		ProblemCode code = ProblemCode.BEAN_NOT_PROXIED;
		this.problems.report(new Problem(code, this.selection.severity(ClassUtils.getUserClass(type), code.severity()),
				"bean '" + beanName + "' (" + type.getName() + ")",
				reason(beanName, bean) + ", so it has no proxy and is not measured.", fix(bean)));
	}

	private static boolean isMeasured(Object bean) {
		if (bean instanceof Advised advised) {
			return Arrays.stream(advised.getAdvisors()).anyMatch(AutometricsAdvisor.class::isInstance);
		}
		return bean instanceof SpringProxy;
	}

	private String reason(String beanName, Object bean) {
		if (isPostProcessor(bean)) {
			return "It processes other beans itself";
		}
		if (isPartOfProxies(bean)) {
			return "It is part of Spring's proxies itself";
		}
		return this.beanFactory.containsBeanDefinition(beanName)
				? "It was created before Spring was ready to make proxies, because something needed it that Spring needs"
						+ " early"
				: "It was registered as an object that existed already";
	}

	private static boolean isPostProcessor(Object bean) {
		return bean instanceof BeanPostProcessor || bean instanceof BeanFactoryPostProcessor;
	}

	private static boolean isPartOfProxies(Object bean) {
		return bean instanceof Advice || bean instanceof Advisor || bean instanceof AopInfrastructureBean;
	}

	private String fix(Object bean) {
		return (isPostProcessor(bean) || isPartOfProxies(bean)) ? "Move what is to be measured to another bean."
				: "Let Spring create it, and let what needs it early (a BeanPostProcessor, an Advisor, what they depend "
						+ "on) take an ObjectProvider of it.";
	}

}
