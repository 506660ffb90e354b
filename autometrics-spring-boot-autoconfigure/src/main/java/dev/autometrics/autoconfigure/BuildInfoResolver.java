package dev.autometrics.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.autometrics.model.BuildInfo;
import dev.autometrics.model.BuildInfo.Repository;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.info.GitProperties;

/**
 * Finds out what is running. For each value the first source that has it counts: the
 * property, the environment variables of the specification, what the build left behind.
 */
final class BuildInfoResolver {

	private final SpecifiedValues specified;

	private final @Nullable BuildProperties build;

	private final @Nullable GitProperties git;

	private final Supplier<@Nullable String> mainClass;

	BuildInfoResolver(SpecifiedValues specified, ListableBeanFactory beanFactory) {
		this.specified = specified;
		this.build = beanFactory.getBeanProvider(BuildProperties.class).getIfAvailable();
		this.git = beanFactory.getBeanProvider(GitProperties.class).getIfAvailable();
		this.mainClass = () -> MainClass.nameIn(beanFactory);
	}

	BuildInfo resolve(boolean detectRepository, Supplier<@Nullable String> workingCopy) {
		Sourced url = repository(detectRepository, workingCopy);
		return new BuildInfo(service().text(), version().text(), commit().text(), branch().text(),
				new Repository(url.text(), provider(url).text()));
	}

	/**
	 * Find out where each value comes from.
	 * @param detectRepository whether the repository is looked for
	 * @param workingCopy the repository of the working copy
	 * @return the values by label of {@code build_info}
	 */
	Map<String, Sourced> sources(boolean detectRepository, Supplier<@Nullable String> workingCopy) {
		Sourced url = repository(detectRepository, workingCopy);
		Map<String, Sourced> values = new LinkedHashMap<>();
		values.put("service_name", service());
		values.put("version", version());
		values.put("commit", commit());
		values.put("branch", branch());
		values.put("repository_url", url);
		values.put("repository_provider", provider(url));
		return values;
	}

	private Sourced service() {
		Sourced service = Sourced.first(this.specified.sourced("service-name", "AUTOMETRICS_SERVICE_NAME"),
				variable("OTEL_SERVICE_NAME"), property("spring.application.name"),
				ofBuild("build.artifact", BuildProperties::getArtifact),
				ofBuild("build.name", BuildProperties::getName));
		return !service.text().isEmpty() ? service : Sourced.first(new Sourced(this.mainClass.get(), "the main class"),
				new Sourced("application", "nothing says how the application is named"));
	}

	private Sourced version() {
		Sourced version = Sourced.first(this.specified.sourced("version", "AUTOMETRICS_VERSION"),
				ofBuild("build.version", BuildProperties::getVersion), property("spring.application.version"));
		return version.text().matches("v\\d.*") ? version.with(version.text().substring(1)) : version;
	}

	private Sourced commit() {
		return Sourced.first(this.specified.sourced("commit", "AUTOMETRICS_COMMIT"), variable("COMMIT_SHA"),
				ofGit("commit.id.full"), ofGit("commit.id"), ofGit("commit.id.abbrev"));
	}

	private Sourced branch() {
		return Sourced.first(this.specified.sourced("branch", "AUTOMETRICS_BRANCH"), variable("BRANCH_NAME"),
				ofGit("branch"));
	}

	// Set but empty is an answer here, in contrast to the others: there is no repository.
	private Sourced repository(boolean detect, Supplier<@Nullable String> workingCopy) {
		Sourced url = this.specified.sourced("repository.url", "AUTOMETRICS_REPOSITORY_URL");
		if (url.value() == null && detect) {
			url = Sourced.first(ofGit("remote.origin.url"), new Sourced(workingCopy.get(), "the working copy"));
		}
		return url.with(RepositoryUrl.withoutCredentials(url.text().trim()));
	}

	private Sourced provider(Sourced url) {
		Sourced provider = this.specified.sourced("repository.provider", "AUTOMETRICS_REPOSITORY_PROVIDER");
		return (provider.value() != null) ? provider.with(provider.text().trim())
				: new Sourced(RepositoryUrl.provider(url.text()), "the address of the repository");
	}

	private Sourced variable(String name) {
		return new Sourced(this.specified.variable(name), "environment variable " + name);
	}

	private Sourced property(String name) {
		return new Sourced(this.specified.variable(name), "property " + name);
	}

	private Sourced ofBuild(String key, Function<BuildProperties, @Nullable String> property) {
		return new Sourced((this.build != null) ? property.apply(this.build) : null,
				key + " in META-INF/build-info.properties");
	}

	private Sourced ofGit(String key) {
		return new Sourced((this.git != null) ? this.git.get(key) : null, "git." + key + " in git.properties");
	}

}
