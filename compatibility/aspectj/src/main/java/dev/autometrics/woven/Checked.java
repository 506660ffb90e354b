package dev.autometrics.woven;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * Means the same as what it is marked with.
 */
@Remembered
@Retention(RetentionPolicy.RUNTIME)
public @interface Checked {

}
