package dev.autometrics.compatibility;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.autometrics.Result;
import dev.autometrics.instrument.CallRecorder.Settings;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * A Spring Boot application in this JVM, with all auto-configuration there is. Servers
 * listen on 127.0.0.1, on a free port.
 */
final class Application implements AutoCloseable {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private final ConfigurableApplicationContext context;

	private final HandDrivenClock clock;

	private final RecordedCalls calls;

	private Application(ConfigurableApplicationContext context, HandDrivenClock clock) {
		this.context = context;
		this.clock = clock;
		this.calls = new RecordedCalls(context.getBean(MeterRegistry.class));
	}

	static Builder with(Class<?>... beans) {
		return new Builder(beans);
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	<T> T bean(String name, Class<T> type) {
		return this.context.getBean(name, type);
	}

	/**
	 * Return what has been recorded since the start.
	 * @return the calls
	 */
	RecordedCalls calls() {
		return this.calls;
	}

	/**
	 * Let time pass, as calls are timed by it.
	 * @param duration how much
	 */
	void pass(Duration duration) {
		this.clock.advance(duration);
	}

	HttpResponse<String> get(String path) throws Exception {
		String port = this.context.getEnvironment().getRequiredProperty("local.server.port");
		URI address = URI.create("http://127.0.0.1:" + port + path);
		return CLIENT.send(HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30)).build(),
				BodyHandlers.ofString());
	}

	@Override
	public void close() {
		this.context.close();
	}

	/**
	 * What there is to say of an application before it starts.
	 */
	static final class Builder {

		private final List<Class<?>> sources = new ArrayList<>();

		private final List<String> properties = new ArrayList<>(
				List.of("spring.main.banner-mode=off", "spring.config.name=compatibility", "server.address=127.0.0.1",
						"server.port=0", "autometrics.repository.detect=false", "autometrics.track-concurrency=true",
						"management.endpoints.web.exposure.include=autometrics", "spring.jmx.enabled=false",
						"logging.level.root=warn"));

		private WebApplicationType web = WebApplicationType.NONE;

		private Result cancellation = Result.OK;

		private Builder(Class<?>... beans) {
			this.sources.add(AutoConfigured.class);
			this.sources.addAll(List.of(beans));
		}

		Builder properties(String... pairs) {
			this.properties.addAll(List.of(pairs));
			return this;
		}

		Builder web(WebApplicationType type) {
			this.web = type;
			return this;
		}

		Builder cancelledCallsAre(Result result) {
			this.cancellation = result;
			return this;
		}

		Application start() {
			HandDrivenClock clock = new HandDrivenClock(new Settings(true, this.cancellation));
			return new Application(new SpringApplicationBuilder(this.sources.toArray(Class<?>[]::new)).web(this.web)
				.properties(this.properties.toArray(String[]::new))
				.initializers((context) -> context.addBeanFactoryPostProcessor(clock))
				.run(), clock);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class AutoConfigured {

	}

}
