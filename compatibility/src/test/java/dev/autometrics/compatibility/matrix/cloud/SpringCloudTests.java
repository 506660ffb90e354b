package dev.autometrics.compatibility.matrix.cloud;

import java.io.IOException;
import java.util.UUID;

import dev.autometrics.Autometrics;
import dev.autometrics.compatibility.matrix.Calls;
import dev.autometrics.compatibility.matrix.Covers;
import dev.autometrics.compatibility.matrix.MatrixApplication;
import dev.autometrics.compatibility.matrix.Row;
import dev.autometrics.compatibility.matrix.WordServer;
import org.junit.jupiter.api.Tag;

import org.springframework.cloud.context.config.annotation.RefreshScope;
import org.springframework.cloud.context.refresh.ContextRefresher;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Beans that Spring Cloud makes.
 */
@Tag("spring-cloud")
class SpringCloudTests {

	@Covers(Row.FEIGN_CLIENT)
	void measuresFeignClientAsItsInterface() throws IOException {
		try (WordServer server = new WordServer();
				MatrixApplication application = MatrixApplication.with(server.property(), Clients.class)) {
			assertThat(application.bean(Words.class).word()).isEqualTo("hello");

			application.showsOnly(Calls.of(Words.class, "word").ok(1));
		}
	}

	@Covers(Row.REFRESH_SCOPE)
	void measuresRefreshedBeanOnce() {
		try (MatrixApplication application = MatrixApplication.of(Refreshed.class)) {
			String first = application.bean(Refreshed.class).run();
			String second = application.bean(Refreshed.class).run();
			application.bean(ContextRefresher.class).refresh();
			String third = application.bean(Refreshed.class).run();

			assertThat(first).isEqualTo(second).isNotEqualTo(third);
			application.showsOnly(Calls.of(Refreshed.class, "run").ok(3));
		}
	}

	@EnableFeignClients(clients = Words.class)
	static class Clients {

	}

	@FeignClient(name = "words", url = "${words.address}")
	@Autometrics
	interface Words {

		@GetMapping("/word")
		String word();

	}

	@RefreshScope
	@Autometrics
	static class Refreshed {

		private final String id = UUID.randomUUID().toString();

		String run() {
			return this.id;
		}

	}

}
