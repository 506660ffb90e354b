package dev.autometrics.compatibility.matrix;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import dev.autometrics.Autometrics;
import feign.Feign;
import feign.RequestLine;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.data.map.repository.config.EnableMapRepositories;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Interfaces that a framework implements.
 */
class ClientTests {

	private static final List<String> INHERITED = List.of("count", "delete", "deleteAll", "deleteAll_Iterable",
			"deleteAllById", "deleteById", "existsById", "findAll", "findAllById", "findById", "saveAll");

	@Covers(Row.REPOSITORY)
	void measuresRepositoryAsItsInterface() {
		try (MatrixApplication application = MatrixApplication.of(Repositories.class)) {
			application.bean(Articles.class).save(new Articles.Article("1", "pen"));
			assertThat(application.bean(Articles.class).findByName("pen")).hasSize(1);
			assertThat(application.bean(Articles.class).findByName("cup")).isEmpty();
			assertThat(application.bean(Orders.class).count()).isOne();

			Stream<Calls> called = Stream.of(Calls.of(Articles.class, "save").ok(1),
					Calls.of(Articles.class, "findByName").ok(2));
			Stream<Calls> others = INHERITED.stream().map((function) -> Calls.of(Articles.class, function));
			application.showsOnly(Stream.concat(called, others).toArray(Calls[]::new));
		}
	}

	@Covers(Row.HTTP_EXCHANGE)
	void measuresHttpServiceClientAsItsInterface() throws IOException {
		try (WordServer server = new WordServer();
				MatrixApplication application = MatrixApplication.with(server.property(), HttpServices.class)) {
			assertThat(application.bean(Greetings.class).greet()).isEqualTo("hello");

			application.showsOnly(Calls.of(Greetings.class, "greet").ok(1));
		}
	}

	@Covers(Row.FEIGN)
	void measuresFeignClientAsItsInterface() throws IOException {
		try (WordServer server = new WordServer();
				MatrixApplication application = MatrixApplication.with(server.property(), FeignClients.class)) {
			assertThat(application.bean(Words.class).word()).isEqualTo("hello");

			application.showsOnly(Calls.of(Words.class, "word").ok(1));
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableMapRepositories
	static class Repositories {

	}

	@Configuration(proxyBeanMethods = false)
	static class HttpServices {

		@Bean
		Greetings greetings(Environment environment) {
			RestClient client = RestClient.create(environment.getRequiredProperty("words.address"));
			return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
				.build()
				.createClient(Greetings.class);
		}

	}

	@HttpExchange
	@Autometrics
	interface Greetings {

		@GetExchange("/word")
		String greet();

	}

	@Configuration(proxyBeanMethods = false)
	static class FeignClients {

		@Bean
		Words words(Environment environment) {
			return Feign.builder().target(Words.class, environment.getRequiredProperty("words.address"));
		}

	}

	@Autometrics
	interface Words {

		@RequestLine("GET /word")
		String word();

	}

}
