package dev.autometrics.actuate.endpoint;

import java.util.List;
import java.util.Map;

import dev.autometrics.actuate.endpoint.BuildDescriptor.ValueSource;

/**
 * What is told about the build when somebody asks.
 *
 * @since 0.1.0
 */
public interface BuildFacts {

	/**
	 * Return where the values of {@code build_info} come from.
	 * @return an entry for every value
	 */
	List<ValueSource> sources();

	/**
	 * Return the versions of what the application is built on.
	 * @return versions by name
	 */
	Map<String, String> versions();

}
