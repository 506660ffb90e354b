package dev.autometrics.promql;

import java.math.BigDecimal;

/**
 * Regular expressions for the spellings of a number in a label.
 * <p>
 * The bound of one second is {@code le="1"} or {@code le="1.0"}: it depends on who wrote
 * the sample, on whether it came by scrape or by OTLP, and on the version of Prometheus.
 * Very small and very large bounds have an exponent with some of them.
 */
final class NumberPattern {

	// Prometheus 3 writes exponents below 0.0001 and from a million on, Java below
	// 0.001 and from ten millions on.
	private static final BigDecimal SMALL = new BigDecimal("0.001");

	private static final BigDecimal LARGE = new BigDecimal("1000000");

	private NumberPattern() {
	}

	/**
	 * Return the pattern, which matches as a whole.
	 * @param number the number, greater than zero
	 * @return an expression that RE2 and Java read alike
	 */
	static String of(String number) {
		BigDecimal value = new BigDecimal(number).stripTrailingZeros();
		String plain = decimal(value.toPlainString());
		return (value.compareTo(SMALL) < 0 || value.compareTo(LARGE) >= 0) ? plain + "|" + scientific(value) : plain;
	}

	private static String decimal(String text) {
		return text.contains(".") ? text.replace(".", "\\.") + "0*" : text + "(\\.0+)?";
	}

	private static String scientific(BigDecimal value) {
		int exponent = value.precision() - value.scale() - 1;
		String mantissa = value.movePointLeft(exponent).stripTrailingZeros().toPlainString();
		String sign = (exponent < 0) ? "-" : "\\+?";
		return decimal(mantissa) + "[eE]" + sign + "0*" + Math.abs(exponent);
	}

}
