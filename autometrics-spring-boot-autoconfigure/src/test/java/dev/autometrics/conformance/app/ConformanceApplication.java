package dev.autometrics.conformance.app;

import java.lang.reflect.Proxy;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;

/**
 * The application. Started by its main method, it prints its port.
 */
@SpringBootApplication(proxyBeanMethods = false)
public class ConformanceApplication {

	/**
	 * What stands before the port on the line that is printed.
	 */
	public static final String READY = "conformance.port=";

	@Bean
	Remote remote() {
		return (Remote) Proxy.newProxyInstance(Remote.class.getClassLoader(), new Class<?>[] { Remote.class },
				(proxy, method, arguments) -> switch (method.getName()) {
					case "hashCode" -> System.identityHashCode(proxy);
					case "equals" -> proxy == arguments[0];
					default -> method.getName();
				});
	}

	/**
	 * Start the application.
	 * @param arguments properties
	 */
	public static void main(String[] arguments) {
		SpringApplication application = new SpringApplication(ConformanceApplication.class);
		application.addListeners((ApplicationReadyEvent event) -> System.out
			.println(READY + event.getApplicationContext().getEnvironment().getProperty("local.server.port")));
		application.run(arguments);
	}

}
