package dev.autometrics;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the functions of a Spring bean whose calls are counted and timed.
 * <p>
 * On a method it marks that method. On a class or an interface it marks every method of
 * the beans of that type, inherited ones included, but for those that carry
 * {@link SkipAutometrics}. On another annotation it makes that annotation mean the same.
 * It is found on overridden and interface methods, superclasses and interfaces too; what
 * a method says itself comes before what its class says.
 * <p>
 * Only calls from one bean to another are seen. A call of a method on {@code this}, and
 * calls of {@code private}, {@code static} and {@code final} methods, do not pass through
 * Spring's proxy and are not measured. The methods of {@link Object} never are.
 *
 * @since 0.1.0
 * @see SkipAutometrics
 */
@Target({ ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
public @interface Autometrics {

	/**
	 * Name of the objective (SLO) that the function belongs to.
	 * @return the name of an objective, empty for none
	 */
	String objective() default "";

	/**
	 * Value of the {@code function} label, in place of the method's name. It is of use on
	 * methods only; on a type it is ignored, with a warning in the log.
	 * @return the name of the function, empty for the method's own
	 */
	String name() default "";

	/**
	 * Whether the number of calls under way is published as
	 * {@code function_calls_concurrent}. The property
	 * {@code autometrics.track-concurrency} switches it on for all functions.
	 * @return {@code true} for a gauge of this function's concurrent calls
	 */
	boolean trackConcurrency() default false;

	/**
	 * Throwables that do not make a call an error, subclasses included, also where they
	 * complete a future or a publisher.
	 * @return the types of the throwables
	 */
	Class<? extends Throwable>[] okFor() default {};

	/**
	 * Expression that makes a call an error that has returned normally, in the Spring
	 * Expression Language. It knows the value as {@code #result} (of a future, a Mono and
	 * the like that which it has been completed with), the arguments by their names or as
	 * {@code #a0}, {@code #p0}, and the bean as {@code #root.target}. Example:
	 * {@code #result.statusCode.is5xxServerError()}.
	 * @return an expression that is true for an error, empty for none
	 */
	String errorIf() default "";

}
