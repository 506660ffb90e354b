package dev.autometrics.actuate.endpoint;

import java.util.Arrays;
import java.util.stream.Collectors;

import dev.autometrics.explorer.TimeRange;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for besides its path.
 *
 * @param range how far figures go back, {@code null} for what suits the source
 * @param thisInstance whether only this instance is of interest
 */
record ExplorerRequest(@Nullable TimeRange range, boolean thisInstance) {

	private static final String LIVE = "live";

	/**
	 * Return a request with the values of query parameters.
	 * @param range the parameter {@code range}, {@code null} for none
	 * @param source the parameter {@code source}, {@code null} for none
	 * @return the request
	 * @throws InvalidRequestException if there is no such range or source
	 */
	static ExplorerRequest of(@Nullable String range, @Nullable String source) {
		TimeRange known = (range != null) ? TimeRange.of(range) : null;
		if (range != null && known == null) {
			throw new InvalidRequestException("The parameter 'range' has to be one of "
					+ Arrays.stream(TimeRange.values()).map(TimeRange::text).collect(Collectors.joining(", ")) + ".");
		}
		if (source != null && !LIVE.equals(source)) {
			throw new InvalidRequestException("The parameter 'source' can only be '" + LIVE + "', or left out.");
		}
		return new ExplorerRequest(known, source != null);
	}

}
