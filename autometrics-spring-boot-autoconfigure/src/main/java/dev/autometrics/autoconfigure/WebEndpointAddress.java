package dev.autometrics.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.context.ApplicationContext;

/**
 * The address of the endpoint in an application with Spring Boot Actuator.
 */
final class WebEndpointAddress implements EndpointAddress {

	private static final EndpointId ID = EndpointId.of("autometrics");

	private final ObjectProvider<PathMappedEndpoints> endpoints;

	private final WebServerAddress server;

	WebEndpointAddress(ObjectProvider<PathMappedEndpoints> endpoints, WebServerAddress server) {
		this.endpoints = endpoints;
		this.server = server;
	}

	static WebEndpointAddress in(ApplicationContext context) {
		return new WebEndpointAddress(context.getBeanProvider(PathMappedEndpoints.class),
				new WebServerAddress(context.getEnvironment(), context));
	}

	@Override
	public boolean isExposed() {
		return path() != null;
	}

	@Override
	public String sentence() {
		String path = path();
		if (path != null) {
			return "See " + this.server.url() + path;
		}
		if (this.endpoints.getIfAvailable() == null) {
			return "The application has no web server to show them.";
		}
		return this.server.isSwitchedOff() ? "To see them, let management.server.port be a port."
				: "To see them, let management.endpoints.web.exposure.include name 'autometrics'.";
	}

	/**
	 * Return the path of the endpoint.
	 * @param endpoints all endpoints
	 * @return the path, at worst the one that it has unless something else is set
	 */
	static String pathIn(ObjectProvider<PathMappedEndpoints> endpoints) {
		PathMappedEndpoints all = endpoints.getIfAvailable();
		String path = (all != null) ? all.getPath(ID) : null;
		return (path != null) ? path : ID.toString();
	}

	private @Nullable String path() {
		PathMappedEndpoints endpoints = this.endpoints.getIfAvailable();
		return (endpoints != null && !this.server.isSwitchedOff()) ? endpoints.getPath(ID) : null;
	}

}
