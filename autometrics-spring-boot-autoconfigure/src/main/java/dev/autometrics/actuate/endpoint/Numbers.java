package dev.autometrics.actuate.endpoint;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Numbers as people need them: four digits, which is more than a percentile of a
 * histogram knows, and nothing that JSON has no number for.
 */
final class Numbers {

	private static final MathContext DIGITS = new MathContext(4);

	private Numbers() {
	}

	static @Nullable Double rounded(@Nullable Double value) {
		return (value != null && Double.isFinite(value)) ? BigDecimal.valueOf(value).round(DIGITS).doubleValue() : null;
	}

	/**
	 * Round a share near one, of which the difference from one is what matters.
	 * @param share the share, from 0 to 1
	 * @return the share of which four digits of that difference are left
	 */
	static @Nullable Double roundedGood(@Nullable Double share) {
		Double bad = rounded((share != null) ? 1 - share : null);
		return (bad != null) ? BigDecimal.ONE.subtract(BigDecimal.valueOf(bad)).doubleValue() : null;
	}

	static List<@Nullable Double> rounded(@Nullable List<@Nullable Double> values) {
		List<@Nullable Double> rounded = new ArrayList<>();
		if (values != null) {
			values.forEach((value) -> rounded.add(rounded(value)));
		}
		return Collections.unmodifiableList(rounded);
	}

	static List<@Nullable Double> exact(@Nullable List<@Nullable Double> values) {
		return (values != null) ? Collections.unmodifiableList(values) : List.of();
	}

}
