package dev.autometrics.autoconfigure;

import dev.autometrics.interceptor.MethodReach;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * How functions are measured.
 *
 * @since 0.1.0
 */
public enum AutometricsMode {

	/**
	 * By proxies that Spring makes of beans: calls from one bean to another.
	 */
	PROXY(MethodReach.PROXY),

	/**
	 * In classes that AspectJ has woven: every call, also of methods of what is no bean.
	 */
	ASPECTJ(MethodReach.WEAVING);

	private final MethodReach reach;

	AutometricsMode(MethodReach reach) {
		this.reach = reach;
	}

	MethodReach reach() {
		return this.reach;
	}

	/**
	 * Return the mode before there are beans for the properties.
	 * @param environment where they are
	 * @return the mode
	 */
	static AutometricsMode of(Environment environment) {
		return !EarlyProperties.areSet(environment) ? PROXY
				: Binder.get(environment)
					.bind(AutometricsProperties.PREFIX + ".mode", AutometricsMode.class)
					.orElse(PROXY);
	}

}
