package dev.autometrics.compatibility.aot;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

import dev.autometrics.Autometrics;

/**
 * An annotation of the application's own that means the same.
 */
@Retention(RetentionPolicy.RUNTIME)
@Autometrics(trackConcurrency = true)
@interface Measured {

}
