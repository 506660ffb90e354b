package dev.autometrics.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Environment variables of a process of its own, against what its build left behind.
 */
class EnvironmentVariableTests {

	private static final Map<String, String> VARIABLES = Map.of("AUTOMETRICS_SERVICE_NAME", "variable-service",
			"OTEL_SERVICE_NAME", "otel-service", "AUTOMETRICS_VERSION", "2.0", "AUTOMETRICS_COMMIT", "variable-commit",
			"COMMIT_SHA", "sha", "AUTOMETRICS_BRANCH", "variable-branch", "BRANCH_NAME", "branch-name",
			"AUTOMETRICS_REPOSITORY_URL", "https://code.example.org/variable", "AUTOMETRICS_REPOSITORY_PROVIDER",
			"Forge at home (own)");

	private static final Map<String, String> BUILT = Map.of("service_name", "built-artifact", "version", "1.0",
			"commit", "built-commit", "branch", "built-branch", "repository_url", "https://github.com/built/built",
			"repository_provider", "github", "autometrics_version", "1.0.0");

	private static Sample withVariables;

	@TempDir
	private Path folder;

	@BeforeAll
	static void start(@TempDir Path folder) throws IOException {
		withVariables = built(folder).buildInfo(VARIABLES);
	}

	private static ForkedApplication built(Path folder) throws IOException {
		return new ForkedApplication(folder)
			.withFile("classes/git.properties", "git.commit.id=built-commit", "git.branch=built-branch",
					"git.remote.origin.url=https://github.com/built/built")
			.withFile("classes/META-INF/build-info.properties", "build.artifact=built-artifact", "build.version=1.0");
	}

	private static ForkedApplication cloned(Path folder) throws IOException {
		return new ForkedApplication(folder).withFile(".git/config", "[remote \"origin\"]",
				"\turl = https://gitlab.com/cloned/cloned.git");
	}

	@Test
	@DisplayName("M28 what the build left behind counts where no variable is set")
	void buildCountsWithoutVariables() throws IOException {
		assertThat(built(this.folder).buildInfo(Map.of()).labels()).isEqualTo(BUILT);
	}

	@Test
	@DisplayName("M28 variables beat what the build left behind")
	void variablesBeatBuild() {
		assertThat(withVariables.labels())
			.isEqualTo(Map.of("service_name", "variable-service", "version", "2.0", "commit", "variable-commit",
					"branch", "variable-branch", "repository_url", "https://code.example.org/variable",
					"repository_provider", "Forge at home (own)", "autometrics_version", "1.0.0"));
	}

	@Test
	@DisplayName("M28 a property beats the variables, also one in application.properties")
	void propertiesBeatVariables() throws IOException {
		Sample buildInfo = built(this.folder)
			.withFile("classes/application.properties", "autometrics.service-name=property-service",
					"autometrics.version=3.0", "autometrics.commit=property-commit",
					"autometrics.branch=property-branch", "autometrics.repository.url=https://bitbucket.org/property",
					"autometrics.repository.provider=property-provider")
			.buildInfo(VARIABLES);

		assertThat(buildInfo.labels()).isEqualTo(Map.of("service_name", "property-service", "version", "3.0", "commit",
				"property-commit", "branch", "property-branch", "repository_url", "https://bitbucket.org/property",
				"repository_provider", "property-provider", "autometrics_version", "1.0.0"));
	}

	@Test
	@DisplayName("M29 the repository is found in the working copy")
	void repositoryIsFound() throws IOException {
		Sample buildInfo = cloned(this.folder).buildInfo(Map.of());

		assertThat(buildInfo.label("repository_url")).isEqualTo("https://gitlab.com/cloned/cloned.git");
		assertThat(buildInfo.label("repository_provider")).isEqualTo("gitlab");
	}

	@Test
	@DisplayName("M29 finding the repository can be switched off by a property")
	void repositoryIsNotFoundWhereSwitchedOff() throws IOException {
		Sample buildInfo = cloned(this.folder)
			.withFile("classes/git.properties", "git.remote.origin.url=https://github.com/built/built")
			.withFile("classes/application.properties", "autometrics.repository.detect=false")
			.buildInfo(Map.of());

		assertThat(buildInfo.label("repository_url")).isEmpty();
		assertThat(buildInfo.label("repository_provider")).isEmpty();
	}

	@Test
	@DisplayName("M29 finding the repository can be switched off by an empty variable")
	void repositoryIsNotFoundWhereVariableIsEmpty() throws IOException {
		Sample buildInfo = cloned(this.folder)
			.withFile("classes/git.properties", "git.remote.origin.url=https://github.com/built/built")
			.buildInfo(Map.of("AUTOMETRICS_REPOSITORY_URL", ""));

		assertThat(buildInfo.label("repository_url")).isEmpty();
		assertThat(buildInfo.label("repository_provider")).isEmpty();
	}

	@Test
	@DisplayName("M30 the provider is any text")
	void providerIsAnyText() {
		assertThat(withVariables.label("repository_provider")).isEqualTo("Forge at home (own)");
	}

	@Test
	@DisplayName("S18 AUTOMETRICS_SERVICE_NAME beats OTEL_SERVICE_NAME")
	void ownNameOfServiceBeatsOther() {
		assertThat(withVariables.label("service_name")).isEqualTo("variable-service");
	}

	@Test
	@DisplayName("S18 OTEL_SERVICE_NAME counts alone, as COMMIT_SHA and BRANCH_NAME do")
	void variablesOfOthersCount() throws IOException {
		Scrape scrape = built(this.folder)
			.withFile("classes/application.properties", "spring.application.name=application")
			.scrape(Map.of("OTEL_SERVICE_NAME", "otel-service", "COMMIT_SHA", "sha", "BRANCH_NAME", "branch-name"));

		Sample buildInfo = scrape.named(Samples.BUILD_INFO).only();
		assertThat(buildInfo.label("service_name")).isEqualTo("otel-service");
		assertThat(buildInfo.label("commit")).isEqualTo("sha");
		assertThat(buildInfo.label("branch")).isEqualTo("branch-name");
		assertThat(buildInfo.label("version")).isEqualTo("1.0");
		assertThat(scrape.named(Samples.CALLS).values("service_name")).containsExactly("otel-service");
	}

	@Test
	@DisplayName("S20 AUTOMETRICS_REPOSITORY_URL is the address of the repository")
	void variableIsAddressOfRepository() {
		assertThat(withVariables.label("repository_url")).isEqualTo("https://code.example.org/variable");
	}

	@Test
	@DisplayName("S21 AUTOMETRICS_REPOSITORY_PROVIDER is the provider, and an empty one keeps it from being derived")
	void variableIsProvider() throws IOException {
		Sample buildInfo = cloned(this.folder).buildInfo(Map.of("AUTOMETRICS_REPOSITORY_PROVIDER", ""));

		assertThat(withVariables.label("repository_provider"))
			.isEqualTo(VARIABLES.get("AUTOMETRICS_REPOSITORY_PROVIDER"));
		assertThat(buildInfo.label("repository_url")).isEqualTo("https://gitlab.com/cloned/cloned.git");
		assertThat(buildInfo.label("repository_provider")).isEmpty();
	}

}
