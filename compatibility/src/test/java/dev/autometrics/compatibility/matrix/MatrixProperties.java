package dev.autometrics.compatibility.matrix;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.test.context.TestPropertySource;

/**
 * The properties of {@link Series} for a test that Spring Boot starts an application for.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@TestPropertySource(properties = { "spring.main.banner-mode=off", "spring.config.name=compatibility",
		"spring.application.name=matrix", "autometrics.repository.detect=false", "autometrics.track-concurrency=true",
		"management.prometheus.metrics.export.enabled=true", "logging.level.root=warn" })
@interface MatrixProperties {

}
