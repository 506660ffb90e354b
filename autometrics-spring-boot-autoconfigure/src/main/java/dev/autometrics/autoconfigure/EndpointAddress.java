package dev.autometrics.autoconfigure;

import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * Where the endpoint is, or what it takes that it is anywhere.
 */
interface EndpointAddress {

	/**
	 * The endpoint of an application that has no actuator.
	 */
	EndpointAddress NO_ACTUATOR = new EndpointAddress() {

		@Override
		public boolean isExposed() {
			return false;
		}

		@Override
		public String sentence() {
			return "Add spring-boot-starter-actuator to see them at /actuator/autometrics.";
		}

	};

	/**
	 * Return the address in an application.
	 * @param context the application
	 * @return the address
	 */
	static EndpointAddress of(ApplicationContext context) {
		return ClassUtils.isPresent("org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints",
				EndpointAddress.class.getClassLoader()) ? WebEndpointAddress.in(context) : NO_ACTUATOR;
	}

	/**
	 * Return whether the endpoint is exposed over HTTP.
	 * @return {@code true} if there is an address
	 */
	boolean isExposed();

	/**
	 * Return where to look, or what to do.
	 * @return a sentence
	 */
	String sentence();

}
