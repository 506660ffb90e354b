package dev.autometrics.compatibility.matrix;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is not there when the matrix is tested, but for the tests that need AspectJ.
 */
@Tag("matrix")
class MatrixClassPathTests {

	@Test
	void hasNoAspectJ() {
		assertThat(ClassUtils.isPresent("org.aspectj.weaver.Advice", getClass().getClassLoader())).isFalse();
	}

}
