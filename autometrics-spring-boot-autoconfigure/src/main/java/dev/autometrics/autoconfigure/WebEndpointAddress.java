package dev.autometrics.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * The address of the endpoint in an application with Spring Boot Actuator.
 */
final class WebEndpointAddress implements EndpointAddress {

	private static final EndpointId ID = EndpointId.of("autometrics");

	private final ObjectProvider<PathMappedEndpoints> endpoints;

	private final Environment environment;

	WebEndpointAddress(ObjectProvider<PathMappedEndpoints> endpoints, Environment environment) {
		this.endpoints = endpoints;
		this.environment = environment;
	}

	@Override
	public boolean isExposed() {
		return path() != null;
	}

	@Override
	public String sentence() {
		String path = path();
		if (path != null) {
			return "See " + server() + path;
		}
		return (this.endpoints.getIfAvailable() != null)
				? "To see them, let management.endpoints.web.exposure.include name 'autometrics'."
				: "The application has no web server to show them.";
	}

	private @Nullable String path() {
		PathMappedEndpoints endpoints = this.endpoints.getIfAvailable();
		return (endpoints != null) ? endpoints.getPath(ID) : null;
	}

	private String server() {
		String managementPort = this.environment.getProperty("local.management.port");
		String port = this.environment.getProperty("local.server.port", "8080");
		if (managementPort != null && !managementPort.equals(port)) {
			return address("management.server.", managementPort)
					+ this.environment.getProperty("management.server.base-path", "");
		}
		return address("server.", port) + contextPath();
	}

	private String address(String prefix, String port) {
		boolean secured = this.environment.containsProperty(prefix + "ssl.bundle")
				|| this.environment.containsProperty(prefix + "ssl.key-store")
				|| this.environment.containsProperty(prefix + "ssl.certificate");
		return (secured ? "https" : "http") + "://localhost:" + port;
	}

	private String contextPath() {
		String ofServlets = this.environment.getProperty("server.servlet.context-path", "");
		return StringUtils.hasText(ofServlets) ? ofServlets
				: this.environment.getProperty("spring.webflux.base-path", "");
	}

}
