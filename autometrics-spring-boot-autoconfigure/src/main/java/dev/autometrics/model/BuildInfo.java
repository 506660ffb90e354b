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
 * @param format the form that its metrics have, whose release is told too (M27)
 * @since 0.1.0
 */
public record BuildInfo(String service, String version, String commit, String branch, Repository repository,
		MetricsFormat format) {

	public BuildInfo {
		if (Objects.requireNonNull(service, "service").isBlank()) {
			throw new IllegalArgumentException("'service' must not be blank");
		}
		Objects.requireNonNull(version, "version");
		Objects.requireNonNull(commit, "commit");
		Objects.requireNonNull(branch, "branch");
		Objects.requireNonNull(repository, "repository");
		Objects.requireNonNull(format, "format");
	}

	/**
	 * Describe what is running, with metrics as the specification has them.
	 * @param service the name of the application
	 * @param version the version of the application, without a leading {@code v}
	 * @param commit the commit that it was built from
	 * @param branch the branch that it was built from
	 * @param repository where its source is
	 */
	public BuildInfo(String service, String version, String commit, String branch, Repository repository) {
		this(service, version, commit, branch, repository, MetricsFormat.V1_0_0);
	}

	/**
	 * Return this with metrics in another form.
	 * @param format the form
	 * @return a copy
	 */
	public BuildInfo in(MetricsFormat format) {
		return new BuildInfo(this.service, this.version, this.commit, this.branch, this.repository, format);
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
