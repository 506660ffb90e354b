package dev.autometrics.conformance.app;

import java.util.List;

import dev.autometrics.Autometrics;

import org.springframework.stereotype.Component;

/**
 * Methods of one name.
 */
@Component
@Autometrics
public class Overloads {

	public void find() {
	}

	public void find(String name) {
	}

	public void find(String[] names) {
	}

	public void find(int number) {
	}

	public void find(Integer number) {
	}

	public void find(List<String> names) {
	}

	public void find(dev.autometrics.conformance.app.north.Depot depot) {
	}

	public void find(dev.autometrics.conformance.app.south.Depot depot) {
	}

	public void find(String name, int number) {
	}

	@Autometrics(name = "find_String")
	public void search() {
	}

}
