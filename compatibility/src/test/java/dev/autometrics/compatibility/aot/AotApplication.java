package dev.autometrics.compatibility.aot;

import java.lang.reflect.Proxy;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableAsync;

/**
 * An application that is processed ahead of time, and says where it listens.
 */
@EnableAsync
@SpringBootApplication(proxyBeanMethods = false)
public class AotApplication {

	/**
	 * What is printed before the port.
	 */
	public static final String READY = "READY ";

	public static void main(String[] args) {
		ConfigurableApplicationContext context = SpringApplication.run(AotApplication.class, args);
		System.out.println(READY + context.getEnvironment().getProperty("local.server.port"));
	}

	@Bean
	Prices prices() {
		return (Prices) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Prices.class },
				(proxy, method, arguments) -> switch (method.getName()) {
					case "priceOf" -> 3;
					case "hashCode" -> System.identityHashCode(proxy);
					case "equals" -> proxy == arguments[0];
					default -> "prices";
				});
	}

}
