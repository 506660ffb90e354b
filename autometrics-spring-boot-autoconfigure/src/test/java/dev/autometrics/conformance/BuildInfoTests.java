package dev.autometrics.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.autometrics.conformance.app.ConformanceApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The gauge {@code build_info}, and the label {@code service_name} of all metrics.
 */
class BuildInfoTests {

	private static final List<String> UNKNOWN = List.of("version", "commit", "branch", "repository_url",
			"repository_provider");

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.start();
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("M7 the scrape has a metric named exactly build_info")
	void buildInfoHasItsName(Form form) {
		Samples samples = application.scrape(form).samples();

		assertThat(samples.list()).extracting(Sample::name)
			.filteredOn((name) -> name.startsWith("build"))
			.containsExactly("build_info");
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("M8 its value is 1 at every scrape")
	void valueIsOneAtEveryScrape(Form form) {
		for (int i = 0; i < 3; i++) {
			System.gc();
			assertThat(application.scrape(form).named(Samples.BUILD_INFO).only().value()).isEqualTo(1);
		}
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("M9 it carries service_name and autometrics_version")
	void buildInfoCarriesItsLabels(Form form) {
		Sample buildInfo = application.scrape(form).named(Samples.BUILD_INFO).only();

		assertThat(buildInfo.label("service_name")).isNotEmpty();
		assertThat(buildInfo.label("autometrics_version")).isNotEmpty();
		assertThat(List.of("service_name", "autometrics_version", "version", "commit", "branch", "repository_url",
				"repository_provider"))
			.containsAll(buildInfo.labels().keySet());
	}

	@Test
	@DisplayName("M20 what is not known is absent or empty")
	void unknownIsEmpty() {
		Sample buildInfo = application.buildInfo();

		assertThat(UNKNOWN).allMatch((label) -> buildInfo.label(label).isEmpty());
	}

	@Test
	@DisplayName("M20 an empty variable is no value")
	void emptyVariablesAreEmpty() {
		Map<String, String> variables = new HashMap<>();
		for (String variable : List.of("VERSION", "COMMIT", "BRANCH", "REPOSITORY_URL", "REPOSITORY_PROVIDER")) {
			variables.put("AUTOMETRICS_" + variable, "");
		}
		try (RunningApplication other = RunningApplication.start(variables)) {
			Sample buildInfo = other.buildInfo();

			assertThat(UNKNOWN).allMatch((label) -> buildInfo.label(label).isEmpty());
		}
	}

	@Test
	@DisplayName("M26 the name of the service is that of the application")
	void serviceIsNamedAsTheApplication(@TempDir Path folder) throws IOException {
		try (RunningApplication other = RunningApplication.start("spring.application.name=shop",
				"spring.info.build.location=" + buildInfo(folder, "build.artifact=from-build"))) {
			assertThat(other.buildInfo().label("service_name")).isEqualTo("shop");
		}
	}

	@Test
	@DisplayName("M26 the name of the service is that of the build where the application has none")
	void serviceIsNamedAsTheBuild(@TempDir Path folder) throws IOException {
		try (RunningApplication other = RunningApplication.start(Map.of("AUTOMETRICS_SERVICE_NAME", ""),
				"autometrics.service-name=",
				"spring.info.build.location=" + buildInfo(folder, "build.artifact=from-build"))) {
			assertThat(other.buildInfo().label("service_name")).isEqualTo("from-build");
		}
	}

	private static String buildInfo(Path folder, String line) throws IOException {
		return Files.writeString(folder.resolve("build-info.properties"), line).toUri().toString();
	}

	@Test
	@DisplayName("M26 the name of the service is that of the main class at last")
	void serviceIsNamedAsTheMainClass() {
		assertThat(application.buildInfo().label("service_name"))
			.isEqualTo(ConformanceApplication.class.getSimpleName());
	}

	@Test
	@DisplayName("M27 autometrics.version is 1.0.0, without a v")
	void autometricsVersionHasNoPrefix() {
		assertThat(application.buildInfo().label("autometrics_version")).isEqualTo("1.0.0");
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("S16 one service_name is on all four metrics")
	void serviceIsTheSameOnAllMetrics(Form form) {
		Samples samples = application.scrape(form).samples();
		String service = samples.named(Samples.BUILD_INFO).only().label("service_name");

		for (String metric : List.of(Samples.CALLS, Samples.BUCKET, Samples.COUNT, Samples.SUM, Samples.CONCURRENT)) {
			assertThat(samples.named(metric).values("service_name")).as(metric).containsExactly(service);
		}
	}

	@Test
	@DisplayName("S17 the name of the service is the same on every replica")
	void serviceIsTheSameOnEveryReplica(@TempDir Path folder) throws IOException {
		Sample replica = new ForkedApplication(folder).buildInfo(Map.of());

		assertThat(replica.label("service_name")).isEqualTo(application.buildInfo().label("service_name"));
	}

	@Test
	@DisplayName("S19 the version has no leading v")
	void versionHasNoPrefix(@TempDir Path folder) throws IOException {
		try (RunningApplication other = RunningApplication.start("autometrics.version=v1.2.3")) {
			assertThat(other.buildInfo().label("version")).isEqualTo("1.2.3");
		}
		try (RunningApplication other = RunningApplication.start(Map.of("AUTOMETRICS_VERSION", "v4.5"))) {
			assertThat(other.buildInfo().label("version")).isEqualTo("4.5");
		}
		try (RunningApplication other = RunningApplication
			.start("spring.info.build.location=" + buildInfo(folder, "build.version=v6"))) {
			assertThat(other.buildInfo().label("version")).isEqualTo("6");
		}
	}

	@Test
	@DisplayName("S22 autometrics.version is the release of the specification, for the endpoint as well")
	void autometricsVersionIsThatOfTheSpecification() {
		Map<?, ?> service = (Map<?, ?>) application.describe().get("service");

		assertThat(service.get("autometricsVersion")).isEqualTo("1.0.0")
			.isEqualTo(application.buildInfo().label("autometrics_version"));
	}

}
