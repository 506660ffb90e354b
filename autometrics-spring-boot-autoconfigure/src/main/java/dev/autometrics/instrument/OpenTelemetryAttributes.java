package dev.autometrics.instrument;

import java.util.Map;

import dev.autometrics.model.Label;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;

/**
 * Labels as attributes.
 */
final class OpenTelemetryAttributes {

	private OpenTelemetryAttributes() {
	}

	static Attributes of(Map<Label, String> labels) {
		AttributesBuilder attributes = Attributes.builder();
		labels.forEach((label, value) -> attributes.put(label.dotted(), value));
		return attributes.build();
	}

}
