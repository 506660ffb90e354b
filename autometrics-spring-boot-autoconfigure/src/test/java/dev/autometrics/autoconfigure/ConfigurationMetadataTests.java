package dev.autometrics.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The configuration metadata that editors show is complete.
 */
class ConfigurationMetadataTests {

	@Test
	void everyPropertyIsDescribed() throws IOException {
		List<Map<String, Object>> properties = properties();

		assertThat(properties).extracting((property) -> property.get("name"))
			.contains("autometrics.enabled", "autometrics.buckets", "autometrics.callers.enabled");
		assertThat(properties).allSatisfy((property) -> {
			// Spring Boot's processor adds those of an endpoint by itself.
			assertThat((String) property.get("name")).matches("(management\\.endpoint\\.)?autometrics\\..+");
			assertThat((String) property.get("description")).as("%s", property.get("name"))
				.matches("(?s)(?!The |A |An ).+\\.");
			assertThat(property.get("type")).as("%s", property.get("name")).isNotNull();
		});
	}

	@Test
	void everySwitchHasADefault() throws IOException {
		assertThat(properties()).filteredOn((property) -> "java.lang.Boolean".equals(property.get("type")))
			.isNotEmpty()
			.allSatisfy(
					(property) -> assertThat(property.get("defaultValue")).as("%s", property.get("name")).isNotNull());
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> properties() throws IOException {
		// Beside the class: the compiler leaves metadata beside the tests too.
		URL classes = AutometricsProperties.class.getProtectionDomain().getCodeSource().getLocation();
		try (InputStream stream = new URL(classes, "META-INF/spring-configuration-metadata.json").openStream()) {
			Map<String, Object> metadata = new ObjectMapper().readValue(stream, new TypeReference<>() {
			});
			return (List<Map<String, Object>>) metadata.get("properties");
		}
	}

}
