package dev.autometrics.autoconfigure;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Where the server listens that has the endpoints, and what its paths start with.
 */
final class WebServerAddress {

	private static final String SERVER = "server.";

	private static final String MANAGEMENT_SERVER = "management.server.";

	private final Environment environment;

	private final ListableBeanFactory beanFactory;

	WebServerAddress(Environment environment, ListableBeanFactory beanFactory) {
		this.environment = environment;
		this.beanFactory = beanFactory;
	}

	/**
	 * Return whether the endpoints are switched off together with their server.
	 * @return {@code true} if the application says so
	 */
	boolean isSwitchedOff() {
		return this.environment.getProperty(MANAGEMENT_SERVER + "port", Integer.class, 0) < 0;
	}

	/**
	 * Return the address that the paths of endpoints are appended to.
	 * @return the address, without a slash at its end
	 */
	String url() {
		String managementPort = property("local.management.port");
		String port = this.environment.getProperty("local.server.port", "8080");
		if (!managementPort.isEmpty() && !managementPort.equals(port)) {
			String prefix = hasSslProperties(MANAGEMENT_SERVER) ? MANAGEMENT_SERVER : SERVER;
			return address(prefix, managementPort) + path(property(MANAGEMENT_SERVER + "base-path"));
		}
		return address(SERVER, port) + contextPath();
	}

	// A management server without settings of its own has those of the main server.
	private String address(String prefix, String port) {
		boolean secured = hasSslProperties(prefix)
				&& this.environment.getProperty(prefix + "ssl.enabled", Boolean.class, true);
		return (secured ? "https" : "http") + "://localhost:" + port;
	}

	private boolean hasSslProperties(String prefix) {
		return this.environment.containsProperty(prefix + "ssl.enabled")
				|| this.environment.containsProperty(prefix + "ssl.bundle")
				|| this.environment.containsProperty(prefix + "ssl.key-store")
				|| this.environment.containsProperty(prefix + "ssl.certificate");
	}

	private String contextPath() {
		if (!this.beanFactory.containsBean("servletContext")) {
			return path(property("spring.webflux.base-path"));
		}
		boolean ofMvc = ClassUtils.isPresent("org.springframework.web.servlet.DispatcherServlet",
				this.beanFactory.getClass().getClassLoader());
		return path(property("server.servlet.context-path"))
				+ path(ofMvc ? property("spring.mvc.servlet.path") : jerseyPath());
	}

	private String jerseyPath() {
		String path = property("spring.jersey.application-path");
		return path.isEmpty() ? jerseyPathInTheCode() : path;
	}

	// The annotation is on the application's subclass of ResourceConfig.
	private String jerseyPathInTheCode() {
		for (String beanName : this.beanFactory.getBeanDefinitionNames()) {
			Class<?> type = this.beanFactory.getType(beanName, false);
			MergedAnnotation<?> annotation = (type != null)
					? MergedAnnotations.from(type, MergedAnnotations.SearchStrategy.TYPE_HIERARCHY)
						.get("jakarta.ws.rs.ApplicationPath")
					: MergedAnnotation.missing();
			if (annotation.isPresent()) {
				return annotation.getString(MergedAnnotation.VALUE);
			}
		}
		return "";
	}

	private String property(String name) {
		return this.environment.getProperty(name, "");
	}

	// The path is written with and without slashes and stars at its ends.
	private static String path(String specified) {
		String path = StringUtils.trimTrailingCharacter(specified.replace("*", ""), '/');
		return (path.isEmpty() || path.startsWith("/")) ? path : "/" + path;
	}

}
