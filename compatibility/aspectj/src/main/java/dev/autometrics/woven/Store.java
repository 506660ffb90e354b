package dev.autometrics.woven;

import dev.autometrics.Autometrics;

/**
 * What beans inherit from.
 *
 * @param <T> what is stored
 */
public abstract class Store<T> {

	@Autometrics
	public String save(T item) {
		return "saved " + validate(item);
	}

	@Autometrics
	public String load(T item) {
		return "loaded " + item;
	}

	@Autometrics
	private String validate(T item) {
		return item.toString();
	}

}
