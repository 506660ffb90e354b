package dev.autometrics.compatibility.aot;

import dev.autometrics.Autometrics;
import dev.autometrics.SkipAutometrics;

import org.springframework.stereotype.Component;

/**
 * A bean with all its methods marked, inherited ones too.
 */
@Autometrics
@Component
class Stock extends Shelf {

	int take(String article) {
		return article.length();
	}

	@SkipAutometrics
	int size() {
		return 1;
	}

}
