package dev.autometrics.autoconfigure;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.autometrics.model.BuildInfo;
import dev.autometrics.model.BuildInfo.Repository;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.info.GitProperties;
import org.springframework.util.StringUtils;

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
		return new BuildInfo(service(), version(), commit(), branch(), repository(detectRepository, workingCopy));
	}

	private String service() {
		String service = first(this.specified.value("service-name", "AUTOMETRICS_SERVICE_NAME"),
				this.specified.variable("OTEL_SERVICE_NAME"), this.specified.variable("spring.application.name"),
				ofBuild(BuildProperties::getArtifact), ofBuild(BuildProperties::getName));
		return service.isEmpty() ? first(this.mainClass.get(), "application") : service;
	}

	private String version() {
		String version = first(this.specified.value("version", "AUTOMETRICS_VERSION"),
				ofBuild(BuildProperties::getVersion), this.specified.variable("spring.application.version"));
		return version.matches("v\\d.*") ? version.substring(1) : version;
	}

	private String commit() {
		return first(this.specified.value("commit", "AUTOMETRICS_COMMIT"), this.specified.variable("COMMIT_SHA"),
				ofGit("commit.id.full"), ofGit("commit.id"), ofGit("commit.id.abbrev"));
	}

	private String branch() {
		return first(this.specified.value("branch", "AUTOMETRICS_BRANCH"), this.specified.variable("BRANCH_NAME"),
				ofGit("branch"));
	}

	// Set but empty is an answer here, in contrast to the others: there is no repository.
	private Repository repository(boolean detect, Supplier<@Nullable String> workingCopy) {
		String url = this.specified.value("repository.url", "AUTOMETRICS_REPOSITORY_URL");
		if (url == null && detect) {
			url = first(ofGit("remote.origin.url"), workingCopy.get());
		}
		String address = RepositoryUrl.withoutCredentials((url != null) ? url.trim() : "");
		String provider = this.specified.value("repository.provider", "AUTOMETRICS_REPOSITORY_PROVIDER");
		return new Repository(address, (provider != null) ? provider.trim() : RepositoryUrl.provider(address));
	}

	private @Nullable String ofBuild(Function<BuildProperties, @Nullable String> property) {
		return (this.build != null) ? property.apply(this.build) : null;
	}

	private @Nullable String ofGit(String key) {
		return (this.git != null) ? this.git.get(key) : null;
	}

	private static String first(@Nullable String... candidates) {
		return Stream.of(candidates)
			.filter(StringUtils::hasText)
			.map((value) -> Objects.requireNonNull(value).trim())
			.findFirst()
			.orElse("");
	}

}
