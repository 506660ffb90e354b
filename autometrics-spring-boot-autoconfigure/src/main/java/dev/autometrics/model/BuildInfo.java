package dev.autometrics.model;

import java.util.Objects;

/**
 * What is running. A value that is not known is empty, never a word such as "unknown"
 * (specification, M20); the name of the service is always there (M26).
 *
 * @param service the name of the application
 * @param version the version of the application, without a leading {@code v}
 * @param commit the commit that it was built from
 * @param branch the branch that it was built from
 * @param repository where its source is
 * @since 0.1.0
 */
public record BuildInfo(String service, String version, String commit, String branch, Repository repository) {

	/**
	 * Release of the Autometrics specification that the metrics follow (M27).
	 */
	public static final String AUTOMETRICS_VERSION = "1.0.0";

	public BuildInfo {
		if (Objects.requireNonNull(service, "service").isBlank()) {
			throw new IllegalArgumentException("'service' must not be blank");
		}
		Objects.requireNonNull(version, "version");
		Objects.requireNonNull(commit, "commit");
		Objects.requireNonNull(branch, "branch");
		Objects.requireNonNull(repository, "repository");
	}

	/**
	 * Where the source of the application is.
	 *
	 * @param url the address without credentials, or empty
	 * @param provider who hosts it, such as {@code github}, or empty
	 */
	public record Repository(String url, String provider) {

		/**
		 * The repository that nobody knows.
		 */
		public static final Repository UNKNOWN = new Repository("", "");

		public Repository {
			Objects.requireNonNull(url, "url");
			Objects.requireNonNull(provider, "provider");
		}

	}

}
