package dev.autometrics.woven;

import dev.autometrics.Autometrics;

/**
 * A bean that overrides and calls what it overrides.
 */
public class ArticleStore extends Store<String> {

	@Override
	@Autometrics
	public String save(String item) {
		return super.save(item) + validate(item);
	}

	@Autometrics
	private String validate(String item) {
		return " for " + item.length() + " years";
	}

}
