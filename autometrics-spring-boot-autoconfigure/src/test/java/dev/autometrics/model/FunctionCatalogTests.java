package dev.autometrics.model;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FunctionCatalog}.
 */
class FunctionCatalogTests {

	private final FunctionCatalog catalog = new FunctionCatalog();

	@Test
	void snapshotIsOrderedAndDoesNotChange() {
		this.catalog.add(function("b", "x"));
		this.catalog.add(function("a", "y"));
		List<InstrumentedFunction> snapshot = this.catalog.snapshot();
		this.catalog.add(function("a", "x"));

		assertThat(snapshot).extracting((function) -> function.id().toString()).containsExactly("a.y", "b.x");
		assertThat(this.catalog.snapshot()).extracting((function) -> function.id().toString())
			.containsExactly("a.x", "a.y", "b.x");
	}

	@Test
	void aFunctionOfTwoBeansIsOneFunction() {
		this.catalog.add(function("a", "x", "first"));
		this.catalog.add(function("a", "x", "second"));

		assertThat(this.catalog.snapshot()).singleElement()
			.satisfies((function) -> assertThat(function.beans()).containsExactly("first", "second"));
	}

	@Test
	void subscriberGetsEachFunctionOnceWhetherItCameBeforeOrAfter() {
		List<String> seen = new ArrayList<>();
		this.catalog.add(function("a", "x"));

		this.catalog.subscribe((function) -> seen.add(function.id().toString()));
		this.catalog.add(function("a", "y"));
		this.catalog.add(function("a", "y", "again"));

		assertThat(seen).containsExactly("a.x", "a.y");
	}

	private static InstrumentedFunction function(String module, String name, String... beans) {
		return new InstrumentedFunction(new FunctionId(module, name), name + "()", null, false, ResultSettings.DEFAULT,
				new TreeSet<>(List.of(beans)));
	}

}
