package dev.autometrics.compatibility.clinic;

/**
 * What controllers have in common.
 */
abstract class PageController {

	protected String redirectTo(Object... path) {
		StringBuilder address = new StringBuilder("redirect:");
		for (Object part : path) {
			address.append('/').append(encoded(part));
		}
		return address.toString();
	}

	protected final String encoded(Object part) {
		return part.toString().replace("/", "%2F");
	}

}
