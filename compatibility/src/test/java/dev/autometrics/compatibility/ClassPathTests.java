package dev.autometrics.compatibility;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is not there when these tests run, because the library does not need it and it
 * would change what they show.
 */
class ClassPathTests {

	@ParameterizedTest
	@ValueSource(strings = { "feign.Feign", "jakarta.validation.Validator", "org.aspectj.weaver.Advice",
			"org.springframework.cloud.context.scope.refresh.RefreshScope",
			"org.springframework.data.repository.Repository", "org.springframework.retry.annotation.Retryable",
			"org.springframework.transaction.TransactionManager" })
	void hasNothingThatTheMatrixNeeds(String type) {
		assertThat(ClassUtils.isPresent(type, getClass().getClassLoader())).isFalse();
	}

}
