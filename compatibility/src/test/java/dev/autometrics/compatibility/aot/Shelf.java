package dev.autometrics.compatibility.aot;

/**
 * A class that knows nothing of what its subclasses are marked with.
 */
class Shelf {

	int count(String article) {
		return article.length();
	}

}
