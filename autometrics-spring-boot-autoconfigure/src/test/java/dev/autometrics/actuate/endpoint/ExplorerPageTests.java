package dev.autometrics.actuate.endpoint;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.util.MimeType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ExplorerPage}.
 */
class ExplorerPageTests {

	private static final Object JSON = Map.of("name", "shop");

	private final ExplorerPage page = new ExplorerPage(true, () -> "/manage/calls/here");

	private final ExplorerPage none = new ExplorerPage(false, () -> "/actuator/autometrics");

	@Test
	void findsItsFilesFromTheEndpoint() {
		WebEndpointResponse<Object> answer = this.page.atEndpoint(() -> JSON);

		assertThat(answer.getContentType()).hasToString("text/html;charset=UTF-8");
		assertThat((String) answer.getBody()).contains("src=\"./here/ui/app.js\"");
	}

	@Test
	void findsItsFilesFromAFunction() {
		WebEndpointResponse<Object> answer = this.page.below("com.acme.Orders.place", () -> null);

		assertThat((String) answer.getBody()).contains("src=\"./ui/app.js\"");
	}

	@Test
	void leavesFilesOfTheEndpointAlone() {
		WebEndpointResponse<Object> rules = new WebEndpointResponse<>("groups:", 200,
				MimeType.valueOf("application/yaml"));

		assertThat(this.page.below("rules", () -> rules)).isSameAs(rules);
	}

	@Test
	void saysThatOtherAnswersAreJson() {
		WebEndpointResponse<Object> answer = this.page.below("problems", () -> new WebEndpointResponse<>(JSON));

		assertThat(answer.getBody()).isEqualTo(JSON);
		assertThat(answer.getContentType()).hasToString("application/json");
	}

	@Test
	void findsNothingWhereThereIsNothing() {
		WebEndpointResponse<Object> answer = this.page.below("nothing", () -> new WebEndpointResponse<>(404));

		assertThat(answer.getStatus()).isEqualTo(404);
	}

	@Test
	void isJsonForBrowsersToo() {
		assertThat(this.none.atEndpoint(() -> JSON).getBody()).isEqualTo(JSON);
		assertThat(this.none.atEndpoint(() -> JSON).getContentType()).hasToString("application/json");
		assertThat(this.none.below("com.acme.Orders.place", () -> new WebEndpointResponse<>(JSON)).getBody())
			.isEqualTo(JSON);
		assertThat(this.none.file("app.js").getStatus()).isEqualTo(404);
	}

}
