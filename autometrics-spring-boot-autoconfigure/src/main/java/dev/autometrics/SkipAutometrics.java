package dev.autometrics;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Leaves out what would be measured otherwise. On a method, {@link Autometrics} on its
 * class or interface does not mark it. On a class, it stands against
 * {@code autometrics.include} and against {@link Autometrics} on a superclass or an
 * interface; methods of the class that are marked themselves are measured all the same.
 *
 * @since 0.1.0
 */
@Target({ ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface SkipAutometrics {

}
