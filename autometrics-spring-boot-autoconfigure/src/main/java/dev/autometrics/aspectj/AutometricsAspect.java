package dev.autometrics.aspectj;

import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Pointcut;

/**
 * The aspect for methods that are marked with {@link dev.autometrics.Autometrics}.
 *
 * @since 0.1.0
 */
@Aspect
public final class AutometricsAspect extends FunctionAspect {

	private static final AutometricsAspect INSTANCE = new AutometricsAspect();

	private AutometricsAspect() {
	}

	@Override
	@Pointcut("marked()")
	protected void functions() {
	}

	/**
	 * Return the aspect. Woven classes call this; AspectJ's compiler, which this class is
	 * not compiled with, would generate it.
	 * @return the only instance
	 */
	public static AutometricsAspect aspectOf() {
		return INSTANCE;
	}

	/**
	 * Return whether there is an aspect.
	 * @return {@code true}
	 */
	public static boolean hasAspect() {
		return true;
	}

}
