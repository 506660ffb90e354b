package dev.autometrics.sample;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks tests that start a real Pushgateway. Where there is none they are skipped and say
 * so, or fail, as those that need a Prometheus.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ExtendWith(PushgatewayCondition.class)
@interface RequiresPushgateway {

}
