package dev.autometrics.compatibility.situation;

import java.io.File;
import java.util.EnumSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SituationClassPath}, and that what it is for is not there in other
 * tests.
 */
class SituationClassPathTests {

	@ParameterizedTest
	@ValueSource(strings = { "io.netty.channel.Channel", "org.aspectj.weaver.Advice",
			"org.glassfish.jersey.server.ResourceConfig", "org.springframework.security.core.Authentication",
			"reactor.netty.http.server.HttpServer" })
	void isNotThatOfOtherTests(String type) {
		assertThat(ClassUtils.isPresent(type, getClass().getClassLoader())).isFalse();
	}

	@Test
	void hasTheTestsAndTheParts() {
		String[] classPath = SituationClassPath.of(EnumSet.of(SituationPart.LIBRARY, SituationPart.CONTEXT_PROPAGATION))
			.split(File.pathSeparator);

		assertThat(classPath).hasSize(3);
		assertThat(classPath[0]).endsWith("test-classes");
		assertThat(classPath).anyMatch((entry) -> entry.contains("autometrics-spring-boot-autoconfigure"));
		assertThat(classPath).anyMatch((entry) -> entry.contains("context-propagation"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "netty", "reactor", "jersey", "webmvc", "aspectj", "security", "context-propagation" })
	void ofTheStarterHasNothingElse(String artifact) {
		assertThat(SituationClassPath.of(Situation.STARTER_ONLY.setup().parts())).doesNotContain(artifact);
	}

}
