package dev.autometrics.model;

import java.math.BigDecimal;
import java.util.List;

/**
 * A speed at which an error budget must not be spent.
 *
 * @param factor the number of times that it is as fast as the budget allows
 * @param longWindow the window that tells that it is worth an alert
 * @param shortWindow the window that tells that it is going on
 * @since 0.1.0
 */
public record BurnRate(BigDecimal factor, String longWindow, String shortWindow) {

	/**
	 * What someone has to look at now.
	 */
	public static final List<BurnRate> PAGE = List.of(of("14.4", "1h", "5m"), of("6", "6h", "30m"));

	/**
	 * What someone has to look at this week.
	 */
	public static final List<BurnRate> TICKET = List.of(of("3", "1d", "2h"), of("1", "3d", "6h"));

	private static BurnRate of(String factor, String longWindow, String shortWindow) {
		return new BurnRate(new BigDecimal(factor), longWindow, shortWindow);
	}

}
