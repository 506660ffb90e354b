package dev.autometrics.model;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

/**
 * Tests for {@link FunctionId}.
 */
class FunctionIdTests {

	@Test
	void isOrderedByModuleThenFunction() {
		FunctionId first = new FunctionId("a", "z");
		FunctionId second = new FunctionId("b", "a");
		FunctionId third = new FunctionId("b", "b");

		assertThat(new FunctionId[] { third, first, second }).usingDefaultElementComparator()
			.satisfies(
					(ids) -> assertThat(java.util.Arrays.stream(ids).sorted()).containsExactly(first, second, third));
	}

	@Test
	void refusesEmptyNames() {
		assertThatIllegalArgumentException().isThrownBy(() -> new FunctionId("", "f")).withMessageContaining("module");
		assertThatIllegalArgumentException().isThrownBy(() -> new FunctionId("m", ""))
			.withMessageContaining("function");
		assertThatNullPointerException().isThrownBy(() -> new FunctionId(null, "f")).withMessage("module");
	}

}
