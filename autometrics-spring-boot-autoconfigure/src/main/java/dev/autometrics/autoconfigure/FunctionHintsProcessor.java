package dev.autometrics.autoconfigure;

import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.Set;

import dev.autometrics.interceptor.BeanFunctions;
import dev.autometrics.interceptor.InstrumentedFunctionSource;
import dev.autometrics.model.InstrumentedFunction;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.beans.factory.aot.BeanRegistrationAotContribution;
import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.beans.factory.support.RegisteredBean;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Tells a native image of the functions of beans: their methods are read where they are
 * declared, which may be a superclass or an interface, and expressions read what they
 * take and return.
 */
final class FunctionHintsProcessor implements BeanRegistrationAotProcessor {

	@Override
	public @Nullable BeanRegistrationAotContribution processAheadOfTime(RegisteredBean bean) {
		BeanFunctions functions = bean.getBeanFactory().getBeanProvider(BeanFunctions.class).getIfAvailable();
		Class<?> type = ClassUtils.getUserClass(bean.getBeanClass());
		if (functions == null || !functions.has(type)) {
			return null;
		}
		InstrumentedFunctionSource source = bean.getBeanFactory().getBean(InstrumentedFunctionSource.class);
		return (context, code) -> register(context.getRuntimeHints().reflection(), type, source);
	}

	private static void register(ReflectionHints hints, Class<?> type, InstrumentedFunctionSource source) {
		for (Class<?> declaring : hierarchyOf(type)) {
			hints.registerType(declaring, MemberCategory.INVOKE_DECLARED_METHODS);
			for (Method method : ReflectionUtils.getDeclaredMethods(declaring)) {
				if (hasExpression(source.getFunction(method, type))) {
					bind(hints, method);
				}
			}
		}
	}

	private static Set<Class<?>> hierarchyOf(Class<?> type) {
		Set<Class<?>> hierarchy = new LinkedHashSet<>();
		collect(type, hierarchy);
		return hierarchy;
	}

	private static void collect(@Nullable Class<?> type, Set<Class<?>> hierarchy) {
		if (type != null && type != Object.class && hierarchy.add(type)) {
			collect(type.getSuperclass(), hierarchy);
			for (Class<?> implemented : type.getInterfaces()) {
				collect(implemented, hierarchy);
			}
		}
	}

	private static boolean hasExpression(@Nullable InstrumentedFunction function) {
		return function != null && !function.results().errorIf().isEmpty();
	}

	private static void bind(ReflectionHints hints, Method method) {
		BindingReflectionHintsRegistrar binding = new BindingReflectionHintsRegistrar();
		binding.registerReflectionHints(hints, method.getGenericReturnType());
		binding.registerReflectionHints(hints, method.getGenericParameterTypes());
	}

}
