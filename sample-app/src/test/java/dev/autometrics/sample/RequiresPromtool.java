package dev.autometrics.sample;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks tests that run promtool, which comes with Prometheus: the one beside the server
 * that {@link RequiresPrometheus} speaks of. They are skipped, or fail, as the others do.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ExtendWith(PromtoolCondition.class)
@interface RequiresPromtool {

}
