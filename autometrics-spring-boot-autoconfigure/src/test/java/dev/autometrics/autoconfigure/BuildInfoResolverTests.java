package dev.autometrics.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

import dev.autometrics.model.BuildInfo;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.info.GitProperties;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BuildInfoResolver}.
 */
class BuildInfoResolverTests {

	private final Map<String, Object> properties = new LinkedHashMap<>();

	private final Map<String, Object> variables = new LinkedHashMap<>();

	private final DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();

	private boolean detect = true;

	@Test
	void everythingUnknownIsEmptyButTheName() {
		BuildInfo buildInfo = resolve();

		assertThat(buildInfo).isEqualTo(new BuildInfo("application", "", "", "", BuildInfo.Repository.UNKNOWN));
	}

	@Test
	void serviceIsNamedByTheFirstSourceThatKnows() {
		this.beanFactory.registerSingleton("main", new ShopApplication());
		assertThat(resolve().service()).isEqualTo("ShopApplication");

		this.beanFactory.registerSingleton("build", new BuildProperties(properties("artifact", "shop-artifact")));
		assertThat(resolve().service()).isEqualTo("shop-artifact");

		this.properties.put("spring.application.name", "shop-application");
		assertThat(resolve().service()).isEqualTo("shop-application");

		this.variables.put("OTEL_SERVICE_NAME", "shop-otel");
		assertThat(resolve().service()).isEqualTo("shop-otel");

		this.variables.put("AUTOMETRICS_SERVICE_NAME", "shop-variable");
		assertThat(resolve().service()).isEqualTo("shop-variable");

		this.properties.put("autometrics.service-name", "shop-property");
		assertThat(resolve().service()).isEqualTo("shop-property");
	}

	@Test
	void variablesBeatTheBuildAndPropertiesBeatVariables() {
		this.beanFactory.registerSingleton("build", new BuildProperties(properties("version", "v1-build")));
		this.beanFactory.registerSingleton("git",
				new GitProperties(properties("commit.id", "c-git", "branch", "b-git", "remote.origin.url", "u-git")));
		assertBuild("v1-build", "c-git", "b-git", "u-git");

		this.variables.put("COMMIT_SHA", "c-ci");
		this.variables.put("BRANCH_NAME", "b-ci");
		assertBuild("v1-build", "c-ci", "b-ci", "u-git");

		this.variables.put("AUTOMETRICS_VERSION", "v-variable");
		this.variables.put("AUTOMETRICS_COMMIT", "c-variable");
		this.variables.put("AUTOMETRICS_BRANCH", "b-variable");
		this.variables.put("AUTOMETRICS_REPOSITORY_URL", "u-variable");
		assertBuild("v-variable", "c-variable", "b-variable", "u-variable");

		this.properties.put("autometrics.version", "v-property");
		this.properties.put("autometrics.commit", "c-property");
		this.properties.put("autometrics.branch", "b-property");
		this.properties.put("autometrics.repository.url", "u-property");
		assertBuild("v-property", "c-property", "b-property", "u-property");
	}

	private void assertBuild(String version, String commit, String branch, String url) {
		BuildInfo buildInfo = resolve();
		String withoutV = version.replaceFirst("^v(?=\\d)", "");
		assertThat(buildInfo.version()).isEqualTo(withoutV);
		assertThat(buildInfo.commit()).isEqualTo(commit);
		assertThat(buildInfo.branch()).isEqualTo(branch);
		assertThat(buildInfo.repository().url()).isEqualTo(url);
	}

	@Test
	void variableSpelledAsSpringBootReadsItIsUnderstood() {
		this.variables.put("AUTOMETRICS_SERVICENAME", "shop");

		assertThat(resolve().service()).isEqualTo("shop");
	}

	@Test
	void propertyMayRefersToAnother() {
		this.properties.put("project.version", "1.2.3");
		this.properties.put("autometrics.version", "${project.version}");

		assertThat(resolve().version()).isEqualTo("1.2.3");
	}

	@Test
	void leadingVOfAVersionIsRemovedAndOtherWordsAreNot() {
		this.properties.put("autometrics.version", "v1.2.3");
		assertThat(resolve().version()).isEqualTo("1.2.3");

		this.properties.put("autometrics.version", "vanilla");
		assertThat(resolve().version()).isEqualTo("vanilla");
	}

	@Test
	void repositoryThatIsSetEmptyIsNotLookedFor() {
		this.beanFactory.registerSingleton("git", new GitProperties(properties("remote.origin.url", "u-git")));
		this.variables.put("AUTOMETRICS_REPOSITORY_URL", "");

		assertThat(resolve().repository()).isEqualTo(BuildInfo.Repository.UNKNOWN);
	}

	@Test
	void lookingForTheRepositoryCanBeSwitchedOff() {
		this.beanFactory.registerSingleton("git", new GitProperties(properties("remote.origin.url", "u-git")));
		this.detect = false;

		assertThat(resolve().repository()).isEqualTo(BuildInfo.Repository.UNKNOWN);
	}

	@Test
	void repositoryIsFoundInTheWorkingCopyAndItsProviderDerived() {
		BuildInfo buildInfo = resolver().resolve(true, () -> "https://jane:pw@github.com/acme/shop.git");

		assertThat(buildInfo.repository())
			.isEqualTo(new BuildInfo.Repository("https://github.com/acme/shop.git", "github"));
	}

	@Test
	void providerTakesAnyTextAndNone() {
		this.properties.put("autometrics.repository.url", "https://github.com/acme/shop");
		this.variables.put("AUTOMETRICS_REPOSITORY_PROVIDER", "our own forge");
		assertThat(resolve().repository().provider()).isEqualTo("our own forge");

		this.variables.put("AUTOMETRICS_REPOSITORY_PROVIDER", "");
		assertThat(resolve().repository().provider()).isEmpty();
	}

	private BuildInfo resolve() {
		return resolver().resolve(this.detect, () -> null);
	}

	private BuildInfoResolver resolver() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new SystemEnvironmentPropertySource(
					StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, this.variables));
		// Last, as the application's configuration files are: the variables come before.
		environment.getPropertySources().addLast(new MapPropertySource("application.properties", this.properties));
		return new BuildInfoResolver(new SpecifiedValues(environment), this.beanFactory);
	}

	private static Properties properties(String... pairs) {
		Properties properties = new Properties();
		for (int i = 0; i < pairs.length; i += 2) {
			properties.setProperty(pairs[i], pairs[i + 1]);
		}
		return properties;
	}

	@SpringBootConfiguration
	static class ShopApplication {

	}

}
