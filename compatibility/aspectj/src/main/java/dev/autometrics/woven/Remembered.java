package dev.autometrics.woven;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

import dev.autometrics.Autometrics;

/**
 * Means the same as {@link Autometrics}.
 */
@Autometrics
@Retention(RetentionPolicy.RUNTIME)
public @interface Remembered {

}
