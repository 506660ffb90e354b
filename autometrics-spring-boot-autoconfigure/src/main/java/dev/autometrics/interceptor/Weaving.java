package dev.autometrics.interceptor;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import org.springframework.aop.support.AopUtils;

/**
 * What AspectJ has left behind in a class that it has woven: a field for each method, and
 * a method {@code place_aroundBody0} with what {@code place} did before.
 */
final class Weaving {

	private static final String MEMBER = "ajc$";

	private static final Pattern BODY = Pattern.compile("_aroundBody\\d+");

	private Weaving() {
	}

	static boolean isWoven(Class<?> type) {
		return Arrays.stream(type.getDeclaredFields()).anyMatch((field) -> field.getName().startsWith(MEMBER));
	}

	static boolean isWoven(Method method) {
		return Arrays.stream(method.getDeclaringClass().getDeclaredMethods())
			.anyMatch((candidate) -> isBody(candidate, method));
	}

	private static boolean isBody(Method candidate, Method method) {
		String name = candidate.getName();
		return name.startsWith(method.getName())
				&& BODY.matcher(name).region(method.getName().length(), name.length()).matches()
				&& takes(candidate, method);
	}

	// The object, what the method takes, and a join point.
	private static boolean takes(Method body, Method method) {
		List<Class<?>> expected = new ArrayList<>(Arrays.asList(method.getParameterTypes()));
		if (!Modifier.isStatic(method.getModifiers())) {
			expected.add(0, method.getDeclaringClass());
		}
		List<Class<?>> actual = Arrays.asList(body.getParameterTypes());
		return actual.size() >= expected.size() && actual.subList(0, expected.size()).equals(expected);
	}

	/**
	 * Return whether a method runs because one that overrides it, and is woven too, has
	 * called it on {@code super}: the one call is that of the overriding method.
	 * @param method the method that runs
	 * @param userClass the class of the object
	 * @return whether the call has been seen already
	 */
	static boolean isSuperCall(Method method, Class<?> userClass) {
		Class<?> type = userClass;
		while (type != null && type != method.getDeclaringClass()) {
			Method overriding = AopUtils.getMostSpecificMethod(method, type);
			if (!overriding.equals(method) && isWoven(overriding)) {
				return true;
			}
			type = type.getSuperclass();
		}
		return false;
	}

}
