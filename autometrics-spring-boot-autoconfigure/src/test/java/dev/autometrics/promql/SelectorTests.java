package dev.autometrics.promql;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.autometrics.model.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Selector}.
 */
class SelectorTests {

	@Test
	void takesLabelsOfOthers() {
		Map<String, String> labels = new LinkedHashMap<>();
		labels.put("namespace", "prod");
		labels.put("_zone", "a\"b");

		assertThat(new Selector("up").with(Label.SERVICE_NAME, "shop").with(labels))
			.hasToString("up{service_name=\"shop\",namespace=\"prod\",_zone=\"a\\\"b\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1st", "a-b", "a=\"b\",c", "é" })
	void refusesNamesThatAreNoneOfLabels(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Selector("up").with(Map.of(name, "value")))
			.withMessageStartingWith("'" + name + "' is no name of a label");
	}

}
