package dev.autometrics.conformance.app;

import dev.autometrics.Autometrics;

import org.springframework.stereotype.Component;

/**
 * Functions that a compiler makes two methods of.
 */
public final class Generics {

	private Generics() {
	}

	/**
	 * A generic interface.
	 *
	 * @param <T> what is handled
	 */
	public interface Handler<T> {

		void handle(T value);

	}

	/**
	 * Has a bridge from the interface.
	 */
	@Component("textHandler")
	@Autometrics
	public static class TextHandler implements Handler<String> {

		@Override
		public void handle(String value) {
		}

	}

	/**
	 * A generic class.
	 *
	 * @param <T> what is stored
	 */
	public abstract static class Store<T> {

		@Autometrics
		public abstract T save(T value);

	}

	/**
	 * Has a bridge from the class.
	 */
	@Component
	public static class TextStore extends Store<String> {

		@Override
		public String save(String value) {
			return value;
		}

	}

}
