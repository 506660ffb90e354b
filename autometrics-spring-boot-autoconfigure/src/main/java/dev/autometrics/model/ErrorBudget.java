package dev.autometrics.model;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The share of calls that may be bad.
 *
 * @param share a share from 0 to 1, exclusive and exact
 * @since 0.1.0
 */
public record ErrorBudget(BigDecimal share) {

	/**
	 * Return what an objective leaves.
	 * @param percentile the share of calls that have to be good, in percent
	 * @return the rest
	 */
	public static ErrorBudget of(double percentile) {
		return new ErrorBudget(BigDecimal.ONE.subtract(BigDecimal.valueOf(percentile).movePointLeft(2)));
	}

	/**
	 * Return the share of bad calls that spends this budget a number of times as fast as
	 * it may be spent. Where there cannot be as many, it is the middle between this
	 * budget and every call, so that it can be exceeded.
	 * @param factor the number of times
	 * @return a share below 1
	 */
	public BigDecimal burnedAt(BigDecimal factor) {
		BigDecimal most = this.share.add(BigDecimal.ONE).divide(BigDecimal.valueOf(2), MathContext.DECIMAL64);
		return factor.multiply(this.share).min(most);
	}

	/**
	 * Return the share as a plain decimal.
	 * @return the text, such as {@code 0.001}
	 */
	@Override
	public String toString() {
		return this.share.stripTrailingZeros().toPlainString();
	}

}
