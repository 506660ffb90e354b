package dev.autometrics.interceptor;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FunctionTable}.
 */
class FunctionTableTests {

	private final FunctionTable<MeasuredMethod> table = new FunctionTable<>();

	@Test
	void findsWhatWasAddedHoweverMuchItIs() {
		List<Method> methods = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			// Every look-up makes method objects of its own.
			methods.addAll(List.of(String.class.getDeclaredMethods()));
		}
		List<MeasuredMethod> measured = methods.stream().map((method) -> measured()).toList();

		for (int i = 0; i < methods.size(); i++) {
			this.table.add(methods.get(i), String.class, measured.get(i));
		}

		for (int i = 0; i < methods.size(); i++) {
			assertThat(this.table.find(methods.get(i), String.class)).isSameAs(measured.get(i));
		}
	}

	@Test
	void tellsClassesThatShareAMethodApart() {
		Method method = ReflectionUtils.findMethod(Object.class, "toString");
		MeasuredMethod ofString = measured();
		MeasuredMethod ofInteger = measured();

		this.table.add(method, String.class, ofString);
		this.table.add(method, Integer.class, ofInteger);

		assertThat(this.table.find(method, String.class)).isSameAs(ofString);
		assertThat(this.table.find(method, Integer.class)).isSameAs(ofInteger);
		assertThat(this.table.find(method, Long.class)).isNull();
	}

	@Test
	void firstEntryStays() {
		Method method = ReflectionUtils.findMethod(Object.class, "toString");
		MeasuredMethod first = measured();

		this.table.add(method, String.class, first);
		this.table.add(method, String.class, measured());

		assertThat(this.table.find(method, String.class)).isSameAs(first);
	}

	private static MeasuredMethod measured() {
		return new MeasuredMethod(null, null, Object.class, null, null);
	}

}
