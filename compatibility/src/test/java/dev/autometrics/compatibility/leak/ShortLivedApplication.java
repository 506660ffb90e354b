package dev.autometrics.compatibility.leak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.function.BiConsumer;

import dev.autometrics.AutometricsTemplate;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.web.context.WebApplicationContext;

/**
 * An application that starts, works and ends. It takes the parent of its context, if
 * there is one, and its properties.
 */
@EnableAsync
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(Worker.class)
public class ShortLivedApplication implements BiConsumer<@Nullable ConfigurableApplicationContext, List<String>> {

	/**
	 * The property of an application with a server.
	 */
	public static final String WEB = "server.port=0";

	private static final String[] DEFAULTS = { "server.address=127.0.0.1", "spring.main.banner-mode=off",
			"spring.config.name=compatibility", "spring.jmx.enabled=false", "logging.level.root=warn",
			"autometrics.repository.detect=false", "management.endpoints.web.exposure.include=autometrics" };

	@Override
	public void accept(@Nullable ConfigurableApplicationContext parent, List<String> properties) {
		SpringApplicationBuilder builder = new SpringApplicationBuilder(ShortLivedApplication.class)
			.web(properties.contains(WEB) ? WebApplicationType.SERVLET : WebApplicationType.NONE)
			.properties(DEFAULTS)
			.properties(properties.toArray(String[]::new));
		if (parent != null) {
			builder.parent(parent);
		}
		try (ConfigurableApplicationContext context = builder.run()) {
			work(context);
		}
	}

	private static void work(ApplicationContext context) {
		Worker worker = context.getBean(Worker.class);
		worker.check("good");
		worker.answer("later").join();
		worker.answers().collectList().block();
		context.getBean(AutometricsTemplate.class).function(Worker.class, "block").run(() -> worker.check(""));
		if (context instanceof WebApplicationContext) {
			String port = context.getEnvironment().getRequiredProperty("local.server.port");
			get("http://127.0.0.1:" + port + "/check");
			get("http://127.0.0.1:" + port + "/actuator/autometrics");
		}
	}

	// Of the clients that the JDK has, this one starts no thread.
	private static void get(String address) {
		try {
			HttpURLConnection connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
			connection.setRequestProperty("Connection", "close");
			try (InputStream body = connection.getInputStream()) {
				body.readAllBytes();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
