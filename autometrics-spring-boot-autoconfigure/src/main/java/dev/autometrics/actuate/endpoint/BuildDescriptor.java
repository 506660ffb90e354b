package dev.autometrics.actuate.endpoint;

import java.util.List;
import java.util.Map;

import dev.autometrics.actuate.endpoint.ApplicationDescriptor.ServiceDescriptor;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * What is running, and how that is known.
 *
 * @param service the application
 * @param sources where each value comes from
 * @param versions the versions of what it is built on
 * @param seriesCount the time series that its functions have in Prometheus
 * @since 0.1.0
 */
public record BuildDescriptor(ServiceDescriptor service, List<ValueSource> sources, Map<String, String> versions,
		long seriesCount) implements OperationResponseBody {

	/**
	 * A value and where it comes from.
	 *
	 * @param name what it is
	 * @param value the value, empty if nobody knows
	 * @param from who says so, for people
	 */
	public record ValueSource(String name, String value, String from) {

	}

}
