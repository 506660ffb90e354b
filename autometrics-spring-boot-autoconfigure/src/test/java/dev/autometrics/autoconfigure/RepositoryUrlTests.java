package dev.autometrics.autoconfigure;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RepositoryUrl}.
 */
class RepositoryUrlTests {

	@ParameterizedTest
	@CsvSource({ "https://github.com/acme/shop, https://github.com/acme/shop",
			"https://jane:s3cr@t@github.com/acme/shop.git, https://github.com/acme/shop.git",
			"https://ghp_token@github.com/acme/shop.git, https://github.com/acme/shop.git",
			"ssh://git@github.com/acme/shop.git, ssh://github.com/acme/shop.git",
			"git@github.com:acme/shop.git, git@github.com:acme/shop.git",
			"https://example.com/a@b, https://example.com/a@b", "'', ''" })
	void removesCredentials(String url, String shown) {
		assertThat(RepositoryUrl.withoutCredentials(url)).isEqualTo(shown);
	}

	@ParameterizedTest
	@CsvSource({ "https://github.com/acme/shop, github", "git@gitlab.com:acme/shop.git, gitlab",
			"https://GitLab.acme.com/shop, gitlab", "ssh://bitbucket.org/acme/shop, bitbucket",
			"https://git.acme.com/github, ''", "'', ''" })
	void derivesTheProviderFromTheHost(String url, String provider) {
		assertThat(RepositoryUrl.provider(url)).isEqualTo(provider);
	}

}
