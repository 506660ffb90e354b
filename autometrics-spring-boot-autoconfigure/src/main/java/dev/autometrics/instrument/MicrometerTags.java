package dev.autometrics.instrument;

import java.util.Map;

import dev.autometrics.model.Label;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;

/**
 * Labels as tags.
 */
final class MicrometerTags {

	private MicrometerTags() {
	}

	static Tags of(Map<Label, String> labels) {
		Tag[] tags = new Tag[labels.size()];
		int index = 0;
		for (Map.Entry<Label, String> label : labels.entrySet()) {
			tags[index++] = Tag.of(label.getKey().dotted(), label.getValue());
		}
		return Tags.of(tags);
	}

}
