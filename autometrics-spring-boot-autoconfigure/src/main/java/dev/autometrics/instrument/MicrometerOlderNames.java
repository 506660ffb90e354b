package dev.autometrics.instrument;

import java.util.stream.Stream;

import dev.autometrics.model.Metric;
import dev.autometrics.model.MetricsFormat;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.NamingConvention;
import org.jspecify.annotations.Nullable;

/**
 * Names of meters as a registry has them, but for the histogram of durations, which lacks
 * the suffix of its unit in the form of release 0.5.
 * <p>
 * A timer is the only meter with buckets of fractions of a second, and its suffix is the
 * registry's doing.
 */
final class MicrometerOlderNames implements NamingConvention {

	private static final String UNIT = "_seconds";

	private final NamingConvention registrys;

	private MicrometerOlderNames(NamingConvention registrys) {
		this.registrys = registrys;
	}

	/**
	 * Use these names in registries.
	 * @param registries the registries
	 */
	static void useIn(Stream<MeterRegistry> registries) {
		registries.map(MeterRegistry::config)
			.forEach((config) -> config.namingConvention(new MicrometerOlderNames(config.namingConvention())));
	}

	/**
	 * Give registries their own names back.
	 * @param registries the registries
	 */
	static void removeFrom(Stream<MeterRegistry> registries) {
		registries.map(MeterRegistry::config).forEach((config) -> {
			if (config.namingConvention() instanceof MicrometerOlderNames names) {
				config.namingConvention(names.registrys);
			}
		});
	}

	@Override
	public String name(String name, Meter.Type type, @Nullable String baseUnit) {
		String conventional = this.registrys.name(name, type, baseUnit);
		boolean ours = type == Meter.Type.TIMER && name.equals(MetricsFormat.V0_5.dotted(Metric.DURATION));
		return (ours && conventional.endsWith(UNIT)) ? conventional.substring(0, conventional.length() - UNIT.length())
				: conventional;
	}

	@Override
	public String tagKey(String key) {
		return this.registrys.tagKey(key);
	}

	@Override
	public String tagValue(String value) {
		return this.registrys.tagValue(value);
	}

}
