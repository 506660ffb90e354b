package dev.autometrics.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The files in the folder {@code setup} fit together, and to the generated ones. Neither
 * Docker nor Kubernetes runs here.
 */
class SetupFilesTests {

	private static final Path SETUP = Path.of("setup");

	private static final Path GENERATED = Path.of("autometrics");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Test
	void composeMountsFilesThatExist() {
		JsonNode services = yaml(SETUP.resolve("compose.yaml")).get(0).path("services");

		assertThat(mounts(services.path("prometheus"))).isNotEmpty()
			.allSatisfy((container, file) -> assertThat(file).exists());
		assertThat(mounts(services.path("grafana"))).hasSize(3)
			.allSatisfy((container, file) -> assertThat(file).exists());
	}

	@Test
	void prometheusInTheContainerFindsItsRules() {
		JsonNode service = yaml(SETUP.resolve("compose.yaml")).get(0).path("services").path("prometheus");
		Map<Path, Path> mounts = mounts(service);
		JsonNode configuration = yaml(SETUP.resolve("prometheus.yml")).get(0);
		Path container = Path.of(argument(service, "--config.file="));
		Path rules = container.resolveSibling(configuration.path("rule_files").path(0).asString()).normalize();

		assertThat(mounts.get(container)).isEqualTo(SETUP.resolve("prometheus.yml"));
		assertThat(mounts.get(rules)).isEqualTo(GENERATED.resolve("rules.yml"));
		assertThat(argument(service, "--storage.tsdb.retention.time=")).isEqualTo("40d");
	}

	@Test
	void prometheusScrapesWhereTheShopIs() {
		JsonNode service = yaml(SETUP.resolve("compose.yaml")).get(0).path("services").path("prometheus");
		JsonNode job = yaml(SETUP.resolve("prometheus.yml")).get(0).path("scrape_configs").path(0);

		assertThat(job.path("metrics_path").asString()).isEqualTo("/actuator/prometheus");
		assertThat(job.path("static_configs").path(0).path("targets").path(0).asString())
			.isEqualTo("host.docker.internal:8080");
		assertThat(service.path("extra_hosts").path(0).asString()).isEqualTo("host.docker.internal:host-gateway");
		assertThat(service.path("ports").path(0).asString()).endsWith(":9090");
	}

	@Test
	void grafanaGetsTheGeneratedDashboardsAndTheirSource() {
		JsonNode services = yaml(SETUP.resolve("compose.yaml")).get(0).path("services");
		Map<Path, Path> mounts = mounts(services.path("grafana"));
		JsonNode provider = yaml(mounts.get(provisioned("dashboards"))).get(0).path("providers").path(0);
		JsonNode source = yaml(mounts.get(provisioned("datasources"))).get(0).path("datasources").path(0);

		assertThat(mounts.get(Path.of(provider.path("options").path("path").asString())))
			.isEqualTo(GENERATED.resolve("dashboards"))
			.isDirectoryContaining("glob:**/{overview,function-explorer,objectives}.json");
		assertThat(source.path("type").asString()).isEqualTo("prometheus");
		assertThat(source.path("isDefault").asBoolean()).isTrue();
		assertThat(source.path("url").asString()).isEqualTo("http://prometheus:9090");
		assertThat(services.has("prometheus")).isTrue();
		assertThat(source.path("jsonData").path("timeInterval").asString())
			.isEqualTo(yaml(SETUP.resolve("prometheus.yml")).get(0).path("global").path("scrape_interval").asString());
	}

	@Test
	void monitorSelectsTheService() {
		List<JsonNode> documents = yaml(SETUP.resolve("kubernetes/service-monitor.yaml"));
		JsonNode service = documents.get(0);
		JsonNode monitor = documents.get(1);

		assertThat(monitor.path("kind").asString()).isEqualTo("ServiceMonitor");
		assertThat(monitor.path("spec").path("selector").path("matchLabels"))
			.isEqualTo(service.path("metadata").path("labels"));
		JsonNode endpoint = monitor.path("spec").path("endpoints").path(0);
		assertThat(endpoint.path("port")).isEqualTo(service.path("spec").path("ports").path(0).path("name"));
		assertThat(endpoint.path("path").asString()).isEqualTo("/actuator/prometheus");
	}

	private static Path provisioned(String what) {
		return Path.of("/etc/grafana/provisioning", what, "autometrics.yaml");
	}

	private static String argument(JsonNode service, String name) {
		return service.path("command")
			.valueStream()
			.map(JsonNode::asString)
			.filter((argument) -> argument.startsWith(name))
			.map((argument) -> argument.substring(name.length()))
			.findFirst()
			.orElseThrow();
	}

	// Those of files, by their path in the container.
	private static Map<Path, Path> mounts(JsonNode service) {
		Map<Path, Path> mounts = new LinkedHashMap<>();
		service.path("volumes").valueStream().map((volume) -> volume.asString().split(":")).forEach((parts) -> {
			if (parts[0].startsWith(".")) {
				mounts.put(Path.of(parts[1]), SETUP.resolve(parts[0]).normalize());
			}
		});
		return mounts;
	}

	private static List<JsonNode> yaml(Path file) {
		try {
			List<JsonNode> documents = new ArrayList<>();
			new Yaml().loadAll(Files.readString(file)).forEach((document) -> documents.add(JSON.valueToTree(document)));
			return documents;
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

}
