package dev.autometrics.autoconfigure;

import java.time.Duration;
import java.util.List;

import dev.autometrics.instrument.Limits;
import dev.autometrics.instrument.TrackerSettings;
import dev.autometrics.model.Objectives;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Reads how functions are recorded.
 */
final class RecordingSettings {

	private static final String BUCKETS = AutometricsProperties.PREFIX + ".buckets";

	private RecordingSettings() {
	}

	static TrackerSettings of(AutometricsProperties properties, Objectives objectives) {
		AutometricsProperties.Limits limits = properties.limits();
		return new TrackerSettings(properties.buckets(), objectives,
				new Limits(limits.functions(), limits.callers(), limits.series()));
	}

	/**
	 * Refuse buckets that no call falls into.
	 * @param buckets their upper bounds in ascending order
	 * @throws InvalidConfigurationPropertyValueException if there are such
	 */
	static void checkBuckets(List<Duration> buckets) {
		if (buckets.isEmpty()) {
			throw new InvalidConfigurationPropertyValueException(BUCKETS, "",
					"A histogram needs at least one bucket. Remove the property for the default ones.");
		}
		Duration shortest = buckets.get(0);
		if (shortest.isZero() || shortest.isNegative()) {
			throw new InvalidConfigurationPropertyValueException(BUCKETS, shortest,
					"The bound of a bucket is a duration longer than zero, such as '250ms'.");
		}
	}

}
