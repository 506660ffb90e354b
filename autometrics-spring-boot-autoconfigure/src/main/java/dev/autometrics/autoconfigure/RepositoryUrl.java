package dev.autometrics.autoconfigure;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses of source repositories, as git writes them.
 */
final class RepositoryUrl {

	private static final List<String> PROVIDERS = List.of("github", "gitlab", "bitbucket");

	private static final Pattern WITH_SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*://)(?:[^/]*@)?(.*)",
			Pattern.DOTALL);

	private static final Pattern HOST = Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*://)?(?:[^/]*@)?([^/:]+).*",
			Pattern.DOTALL);

	private RepositoryUrl() {
	}

	/**
	 * Return an address without user and password. What stands before the host in
	 * {@code git@host:path} is neither and stays.
	 * @param url an address, possibly empty
	 * @return the address that may be shown
	 */
	static String withoutCredentials(String url) {
		Matcher matcher = WITH_SCHEME.matcher(url);
		return matcher.matches() ? matcher.group(1) + matcher.group(2) : url;
	}

	/**
	 * Return who hosts a repository.
	 * @param url its address, possibly empty
	 * @return {@code github}, {@code gitlab}, {@code bitbucket} or empty
	 */
	static String provider(String url) {
		Matcher matcher = HOST.matcher(url);
		String host = matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
		return PROVIDERS.stream().filter(host::contains).findFirst().orElse("");
	}

}
