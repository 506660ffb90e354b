package dev.autometrics.sample;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks tests that look at the Explorer with a real Chromium: the one that the system
 * property {@code autometrics.browser.binary} names, or one at the usual places.
 * <p>
 * Where there is none the tests are skipped and say so, or fail if the system property
 * {@code autometrics.skips} is {@code forbidden}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ExtendWith(BrowserCondition.class)
@interface RequiresBrowser {

}
