package dev.autometrics.compatibility.matrix;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import dev.autometrics.Autometrics;

import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.CustomScopeConfigurer;
import org.springframework.beans.factory.config.Scope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Beans of other scopes than the singleton.
 */
class ScopeTests {

	@Covers(Row.PROTOTYPE)
	void measuresPrototypes() {
		try (MatrixApplication application = MatrixApplication.of(Prototype.class)) {
			application.showsOnly(Calls.of(Prototype.class, "run"));

			Prototype first = application.bean(Prototype.class);
			Prototype second = application.bean(Prototype.class);
			first.run();
			second.run();
			second.run();

			assertThat(first).isNotSameAs(second);
			application.showsOnly(Calls.of(Prototype.class, "run").ok(3));
		}
	}

	@Covers(Row.REQUEST_SCOPE)
	void measuresBeanOfRequestOnce() throws Exception {
		try (MatrixApplication application = MatrixApplication.web(OfRequest.class, Pages.class, OfSession.class)) {
			HttpClient client = HttpClient.newHttpClient();

			String first = get(application, client, "/request");
			String second = get(application, client, "/request");

			assertThat(first).isNotEqualTo(second);
			application.showsOnly(Calls.of(OfRequest.class, "run").ok(2), Calls.of(OfSession.class, "run"));
		}
	}

	@Covers(Row.SESSION_SCOPE)
	void measuresBeanOfSessionOnce() throws Exception {
		try (MatrixApplication application = MatrixApplication.web(OfRequest.class, Pages.class, OfSession.class)) {
			HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
			HttpClient other = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

			String first = get(application, client, "/session");
			String second = get(application, client, "/session");
			String ofOther = get(application, other, "/session");

			assertThat(second).isEqualTo(first).isNotEqualTo(ofOther);
			application.showsOnly(Calls.of(OfSession.class, "run").ok(3), Calls.of(OfRequest.class, "run"));
		}
	}

	@Covers(Row.CUSTOM_SCOPE)
	void measuresBeanOfRenewedScopeOnce() {
		try (MatrixApplication application = MatrixApplication.of(Renewing.class, Renewed.class)) {
			String first = application.bean(Renewed.class).run();
			String second = application.bean(Renewed.class).run();
			application.bean(RenewableScope.class).renew();
			String third = application.bean(Renewed.class).run();

			assertThat(first).isEqualTo(second).isNotEqualTo(third);
			application.showsOnly(Calls.of(Renewed.class, "run").ok(3));
		}
	}

	private static String get(MatrixApplication application, HttpClient client, String path) throws Exception {
		URI address = URI.create("http://127.0.0.1:" + application.property("local.server.port") + path);
		HttpResponse<String> answer = client
			.send(HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
		assertThat(answer.statusCode()).isEqualTo(200);
		return answer.body();
	}

	@org.springframework.context.annotation.Scope(BeanDefinition.SCOPE_PROTOTYPE)
	static class Prototype {

		@Autometrics
		void run() {
		}

	}

	@org.springframework.context.annotation.Scope(scopeName = WebApplicationContext.SCOPE_REQUEST,
			proxyMode = ScopedProxyMode.TARGET_CLASS)
	static class OfRequest {

		private final String id = UUID.randomUUID().toString();

		@Autometrics
		String run() {
			return this.id;
		}

	}

	interface Counted {

		String run();

	}

	@org.springframework.context.annotation.Scope(scopeName = WebApplicationContext.SCOPE_SESSION,
			proxyMode = ScopedProxyMode.INTERFACES)
	static class OfSession implements Counted {

		private final String id = UUID.randomUUID().toString();

		@Override
		@Autometrics
		public String run() {
			return this.id;
		}

	}

	@RestController
	static class Pages {

		private final OfRequest ofRequest;

		private final Counted ofSession;

		Pages(OfRequest ofRequest, Counted ofSession) {
			this.ofRequest = ofRequest;
			this.ofSession = ofSession;
		}

		@GetMapping("/request")
		String ofRequest() {
			return this.ofRequest.run();
		}

		@GetMapping("/session")
		String ofSession() {
			return this.ofSession.run();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Renewing {

		@Bean
		static RenewableScope renewableScope() {
			return new RenewableScope();
		}

		@Bean
		static CustomScopeConfigurer scopes(RenewableScope scope) {
			CustomScopeConfigurer scopes = new CustomScopeConfigurer();
			scopes.addScope("renewed", scope);
			return scopes;
		}

	}

	@org.springframework.context.annotation.Scope(scopeName = "renewed", proxyMode = ScopedProxyMode.TARGET_CLASS)
	@Autometrics
	static class Renewed {

		private final String id = UUID.randomUUID().toString();

		String run() {
			return this.id;
		}

	}

	/**
	 * A scope whose beans are made anew when it is told so.
	 */
	static class RenewableScope implements Scope {

		private final Map<String, Object> beans = new ConcurrentHashMap<>();

		void renew() {
			this.beans.clear();
		}

		@Override
		public Object get(String name, ObjectFactory<?> objectFactory) {
			return this.beans.computeIfAbsent(name, (key) -> objectFactory.getObject());
		}

		@Override
		public Object remove(String name) {
			return this.beans.remove(name);
		}

		@Override
		public void registerDestructionCallback(String name, Runnable callback) {
		}

		@Override
		public Object resolveContextualObject(String key) {
			return null;
		}

		@Override
		public String getConversationId() {
			return "one";
		}

	}

}
