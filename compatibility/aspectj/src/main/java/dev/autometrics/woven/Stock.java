package dev.autometrics.woven;

import dev.autometrics.Autometrics;

/**
 * An interface whose method is marked, which AspectJ does not see on classes.
 */
public interface Stock {

	@Autometrics
	int take(String article);

}
