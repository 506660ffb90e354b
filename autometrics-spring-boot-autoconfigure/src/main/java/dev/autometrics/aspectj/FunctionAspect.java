package dev.autometrics.aspectj;

import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.autometrics.interceptor.WovenFunctions;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Pointcut;
import org.aspectj.lang.reflect.MethodSignature;
import org.jspecify.annotations.Nullable;

/**
 * Hands the calls of woven methods over to the application. Where there is none that
 * wants them, because it measures by proxies or is closed, a woven method does what it
 * did before.
 * <p>
 * {@link AutometricsAspect} is woven where annotations are. A subclass has a pointcut of
 * its own: an aspect compiled by AspectJ, or one that is defined in
 * {@code META-INF/aop.xml}. Weaving more methods than are functions is no harm, and
 * several aspects on one method count once.
 *
 * @since 0.1.0
 */
@Aspect
public abstract class FunctionAspect {

	private static final List<WovenFunctions> APPLICATIONS = new CopyOnWriteArrayList<>();

	private static volatile @Nullable WovenFunctions current;

	/**
	 * Let woven methods record to an application from now on. Of several applications in
	 * one JVM the one that was started last gets the calls.
	 * @param application the functions of the application
	 */
	public static synchronized void open(WovenFunctions application) {
		APPLICATIONS.add(application);
		current = application;
	}

	/**
	 * Forget an application. One that was started before it gets the calls again.
	 * @param application the functions of the application
	 */
	public static synchronized void close(WovenFunctions application) {
		APPLICATIONS.remove(application);
		current = APPLICATIONS.isEmpty() ? null : APPLICATIONS.get(APPLICATIONS.size() - 1);
	}

	/**
	 * The methods that may be functions.
	 */
	@Pointcut
	protected abstract void functions();

	/**
	 * The methods that are marked, or whose class is, as far as AspectJ can tell: the
	 * annotation, one that has it or one that has such a one, on the method itself, on
	 * the class, or on a type that declares the method too.
	 */
	@Pointcut("execution(@dev.autometrics.Autometrics * *(..))"
			+ " || execution(@(@dev.autometrics.Autometrics *) * *(..))"
			+ " || execution(@(@(@dev.autometrics.Autometrics *) *) * *(..))"
			+ " || execution(* (@dev.autometrics.Autometrics *).*(..))"
			+ " || execution(* (@dev.autometrics.Autometrics *..*).*(..))"
			+ " || execution(* (@(@dev.autometrics.Autometrics *) *..*).*(..))"
			+ " || execution(* (@(@(@dev.autometrics.Autometrics *) *) *..*).*(..))")
	protected void marked() {
	}

	/**
	 * What never is a function: methods of {@link Object}, the code of lambda
	 * expressions, what AspectJ has left behind from an earlier build, and what measures.
	 */
	@Pointcut("execution(String *.toString()) || execution(int *.hashCode()) || execution(boolean *.equals(Object))"
			+ " || execution(* *.lambda$*(..)) || within(dev.autometrics.aspectj..*)"
			+ " || within(dev.autometrics.aspectj.FunctionAspect+)"
			+ " || within(org.aspectj.runtime.internal.AroundClosure+)"
			+ " || within(dev.autometrics.instrument..*) || within(dev.autometrics.interceptor..*)"
			+ " || within(dev.autometrics.live..*) || within(dev.autometrics.model..*)")
	protected final void excluded() {
	}

	/**
	 * Run a method, and measure it if it is a function of the application.
	 * @param joinPoint the call
	 * @return what the method returns, or what stands for it
	 * @throws Throwable what the method throws
	 */
	@Around(value = "functions() && !excluded()", argNames = "joinPoint")
	public final @Nullable Object measure(ProceedingJoinPoint joinPoint) throws Throwable {
		WovenFunctions application = current;
		Method method = (application != null) ? methodOf(joinPoint) : null;
		return (application != null && method != null)
				? application.invoke(new WovenInvocation(joinPoint, method), this) : joinPoint.proceed();
	}

	// AspectJ looks it up once for each woven method, so it is the same object always.
	private static @Nullable Method methodOf(ProceedingJoinPoint joinPoint) {
		try {
			return ((MethodSignature) joinPoint.getSignature()).getMethod();
		}
		catch (LinkageError ex) {
			// A signature of the class speaks of an optional library.
			return null;
		}
	}

}
