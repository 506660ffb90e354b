package dev.autometrics.compatibility.matrix;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * A Spring Boot application with some beans, all auto-configuration there is and a
 * registry for Prometheus.
 */
public final class MatrixApplication implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private MatrixApplication(ConfigurableApplicationContext context) {
		this.context = context;
	}

	/**
	 * Start an application.
	 * @param beans the classes of its beans
	 * @return the application
	 */
	public static MatrixApplication of(Class<?>... beans) {
		return start(builder(beans));
	}

	/**
	 * Start an application with a property.
	 * @param property the name and the value, with {@code =} in between
	 * @param beans the classes of its beans
	 * @return the application
	 */
	public static MatrixApplication with(String property, Class<?>... beans) {
		return start(builder(beans).properties(property));
	}

	/**
	 * Start an application with a server.
	 * @param beans the classes of its beans
	 * @return the application
	 */
	public static MatrixApplication web(Class<?>... beans) {
		return start(builder(beans).web(WebApplicationType.SERVLET));
	}

	static SpringApplicationBuilder builder(Class<?>... beans) {
		return new SpringApplicationBuilder(AutoConfigured.class).sources(beans)
			.web(WebApplicationType.NONE)
			.properties(Series.PROPERTIES);
	}

	static MatrixApplication start(SpringApplicationBuilder builder) {
		return new MatrixApplication(builder.run());
	}

	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	String property(String name) {
		return this.context.getEnvironment().getRequiredProperty(name);
	}

	/**
	 * Assert that there are the series of these functions and no other.
	 * @param calls the calls of each function
	 */
	public void showsOnly(Calls... calls) {
		Series.assertOnly(this.context, calls);
	}

	@Override
	public void close() {
		this.context.close();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class AutoConfigured {

	}

}
