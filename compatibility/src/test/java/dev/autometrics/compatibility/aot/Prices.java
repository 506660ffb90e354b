package dev.autometrics.compatibility.aot;

import dev.autometrics.Autometrics;

/**
 * An interface whose bean is a JDK proxy, as that of a repository is.
 */
interface Prices {

	@Autometrics(name = "price")
	int priceOf(String article);

}
