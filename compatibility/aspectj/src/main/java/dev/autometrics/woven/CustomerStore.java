package dev.autometrics.woven;

/**
 * A bean that overrides a function without a word.
 */
public class CustomerStore extends Store<String> {

	@Override
	public String save(String item) {
		return super.save(item);
	}

}
