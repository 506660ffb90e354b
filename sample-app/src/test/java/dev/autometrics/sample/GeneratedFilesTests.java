package dev.autometrics.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import dev.autometrics.export.AutometricsFiles;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The files in the folder {@code autometrics} are those of the shop as it is now, and so
 * is what {@code setup} makes of them. {@code -Dautometrics.files=write} writes them.
 */
@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "shop.shopper.enabled=false")
class GeneratedFilesTests {

	private static final boolean WRITE = "write".equals(System.getProperty("autometrics.files"));

	private static final Path FOLDER = Path.of("autometrics");

	private static final Path KUBERNETES = Path.of("setup", "kubernetes", "prometheus-rule.yaml");

	@Autowired
	private AutometricsFiles files;

	@Test
	void areUpToDate() {
		if (WRITE) {
			this.files.writeTo(FOLDER);
		}
		assertThat(this.files.outdatedIn(FOLDER)).as("outdated; -Dautometrics.files=write writes them").isEmpty();
	}

	// The same rules, a little further to the right.
	@Test
	void kubernetesHasTheSameRules() throws IOException {
		String rules = Files.readString(FOLDER.resolve("rules.yml"));
		String resource = Files.readString(KUBERNETES);
		String head = resource.substring(0, resource.indexOf("spec:\n") + "spec:\n".length());
		if (WRITE) {
			resource = head + rules.replaceAll("(?m)^(?=.)", "  ");
			Files.writeString(KUBERNETES, resource);
		}
		Map<String, Map<String, Object>> document = new Yaml().load(resource);
		assertThat(document.get("spec")).as("outdated; -Dautometrics.files=write writes it")
			.isEqualTo(new Yaml().load(rules));
		assertThat(head).contains("kind: PrometheusRule");
	}

}
