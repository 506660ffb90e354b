package dev.autometrics.interceptor;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import dev.autometrics.Autometrics;
import dev.autometrics.interceptor.FunctionAnnotations.Settings;
import dev.autometrics.model.FunctionId;
import dev.autometrics.model.InstrumentedFunction;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.SpringProxy;
import org.springframework.aop.TargetClassAware;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.DecoratingProxy;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.MethodIntrospector.MetadataLookup;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Finds functions by {@link Autometrics}.
 * <p>
 * A function belongs to the class of the bean as its author wrote it, not to the class
 * that declares the method: two subclasses of one base class are two modules. A bean that
 * has no such class, because it is a JDK proxy (a Spring Data repository, an HTTP
 * interface) or a lambda, has the interface instead.
 */
public final class AnnotationFunctionSource implements InstrumentedFunctionSource {

	private static final Log logger = LogFactory.getLog(AnnotationFunctionSource.class);

	private static final List<Class<?>> PROXY_INTERFACES = List.of(SpringProxy.class, Advised.class,
			DecoratingProxy.class, TargetClassAware.class);

	// Those that a class may override and ReflectionUtils does not name.
	private static final Set<String> METHODS_OF_OBJECT = Set.of("clone", "finalize");

	private final ConcurrentMap<Class<?>, Map<MethodSignature, InstrumentedFunction>> functions = new ConcurrentHashMap<>();

	private final FunctionLabelStyle labelStyle;

	private final boolean trackConcurrency;

	private final TypeSelection selection;

	private final MethodReach reach;

	/**
	 * Create a source.
	 * @param labelStyle how functions are named
	 * @param trackConcurrency whether the calls under way are published for every
	 * function, whatever its annotation says
	 * @param selection the types that are measured without an annotation
	 * @param reach which methods can be measured
	 */
	public AnnotationFunctionSource(FunctionLabelStyle labelStyle, boolean trackConcurrency, TypeSelection selection,
			MethodReach reach) {
		this.labelStyle = labelStyle;
		this.trackConcurrency = trackConcurrency;
		this.selection = selection;
		this.reach = reach;
	}

	@Override
	public @Nullable InstrumentedFunction getFunction(Method method, Class<?> targetClass) {
		Map<MethodSignature, InstrumentedFunction> functions = functionsOf(targetClass);
		if (functions.isEmpty()) {
			return null;
		}
		return functions.get(MethodSignature.of(mostSpecific(method, targetClass)));
	}

	private static Method mostSpecific(Method method, Class<?> targetClass) {
		boolean isSpecific = method.getDeclaringClass() == targetClass && !method.isBridge();
		return (isSpecific || hasInterfacesOnly(targetClass)) ? method
				: AopUtils.getMostSpecificMethod(method, ClassUtils.getUserClass(targetClass));
	}

	@Override
	public Collection<InstrumentedFunction> getFunctions(Class<?> targetClass) {
		return functionsOf(targetClass).values();
	}

	private Map<MethodSignature, InstrumentedFunction> functionsOf(Class<?> targetClass) {
		if (this.selection.isEmpty() && !Marks.areConceivableIn(targetClass)) {
			return Map.of();
		}
		Class<?> userClass = ClassUtils.getUserClass(targetClass);
		Map<MethodSignature, InstrumentedFunction> known = this.functions.get(userClass);
		return (known != null) ? known : this.functions.computeIfAbsent(userClass, this::findIfLoadable);
	}

	private Map<MethodSignature, InstrumentedFunction> findIfLoadable(Class<?> userClass) {
		try {
			return find(userClass);
		}
		catch (IllegalStateException | LinkageError ex) {
			// A signature speaks of an optional library. A bean that worked without it
			// still does.
			logger.debug("The methods of " + userClass.getName() + " are unknown", ex);
			return Map.of();
		}
	}

	private Map<MethodSignature, InstrumentedFunction> find(Class<?> userClass) {
		if (!hasInterfacesOnly(userClass)) {
			return findIn(userClass);
		}
		Map<MethodSignature, InstrumentedFunction> found = new LinkedHashMap<>();
		Arrays.stream(userClass.getInterfaces())
			.filter((type) -> !PROXY_INTERFACES.contains(type))
			.forEach((type) -> findIn(type).forEach(found::putIfAbsent));
		return found;
	}

	static boolean hasInterfacesOnly(Class<?> type) {
		return Proxy.isProxyClass(type) || ClassUtils.isLambdaClass(type);
	}

	private Map<MethodSignature, InstrumentedFunction> findIn(Class<?> type) {
		boolean included = this.selection.includes(type);
		if (!included && !Marks.areIn(type)) {
			return Map.of();
		}
		FunctionAnnotations annotations = new FunctionAnnotations(type, included);
		Map<Method, Settings> settings = MethodIntrospector.selectMethods(type,
				(MetadataLookup<Settings>) (
						method) -> (!isMethodOfObject(method) && this.reach.obstacle(method, type) == null)
								? annotations.settingsOf(method) : null);
		if (settings.isEmpty()) {
			return Map.of();
		}
		Map<Method, String> names = names(type, settings);
		Map<MethodSignature, InstrumentedFunction> found = new HashMap<>();
		settings.forEach((method, said) -> {
			if (!said.results().errorIf().isEmpty()) {
				// Fails now rather than at the first call.
				new ErrorExpression(method, said.results().errorIf());
			}
			MethodSignature signature = MethodSignature.of(method);
			FunctionId id = this.labelStyle.id(type, names.getOrDefault(method, method.getName()));
			found.put(signature, new InstrumentedFunction(id, signature.toString(), said.objective(),
					this.trackConcurrency || said.concurrencyTracked(), said.results(), Collections.emptySortedSet()));
		});
		return Map.copyOf(found);
	}

	// What a proxy reaches is named as if there was nothing else, so that weaving changes
	// no name.
	private static Map<Method, String> names(Class<?> type, Map<Method, Settings> settings) {
		Map<Method, String> reached = new HashMap<>();
		Map<Method, String> others = new HashMap<>();
		settings.forEach((method, said) -> {
			boolean proxied = MethodReach.PROXY.obstacle(method, type) == null;
			(proxied ? reached : others).put(method, said.nameOr(method.getName()));
		});
		Map<Method, String> names = new HashMap<>(FunctionNames.distinct(reached, Set.of()));
		names.putAll(FunctionNames.distinct(others, Set.copyOf(names.values())));
		return names;
	}

	static boolean isMethodOfObject(Method method) {
		return ReflectionUtils.isObjectMethod(method)
				|| (method.getParameterCount() == 0 && METHODS_OF_OBJECT.contains(method.getName()));
	}

}
