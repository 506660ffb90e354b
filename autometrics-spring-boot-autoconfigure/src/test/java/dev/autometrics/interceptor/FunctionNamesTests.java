package dev.autometrics.interceptor;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FunctionNames}.
 */
class FunctionNamesTests {

	@Test
	void methodThatStandsAloneKeepsItsName() {
		assertThat(names(Alone.class)).containsExactlyInAnyOrder("place", "cancel");
	}

	@Test
	void overloadsAreToldApartByParameterTypes() {
		assertThat(names(Overloaded.class)).containsExactlyInAnyOrder("find", "find_String", "find_String_int",
				"find_longArray");
	}

	@Test
	void parameterTypesOfOneSimpleNameAreQualified() {
		assertThat(names(Homonyms.class)).containsExactlyInAnyOrder("take_java_util_List", "take_java_awt_List",
				"take_String");
	}

	@Test
	void overloadThatWouldTakeTheNameOfAnotherMethodIsQualified() {
		assertThat(names(Collision.class)).containsExactlyInAnyOrder("put_java_lang_String", "put_int", "put_String");
	}

	@Test
	void methodsOfOneNameAndOneSignatureAreHashed() {
		List<Method> methods = List.of(Alone.class.getDeclaredMethods());
		Map<Method, String> wanted = methods.stream().collect(Collectors.toMap((method) -> method, (method) -> "same"));

		assertThat(FunctionNames.distinct(wanted, Set.of()).values()).doesNotHaveDuplicates()
			.allSatisfy((name) -> assertThat(name).matches("same_[0-9a-f]+"));
	}

	@Test
	void namesThatAreTakenAreLeftAlone() throws NoSuchMethodException {
		Method place = Alone.class.getDeclaredMethod("place");
		Method find = Overloaded.class.getDeclaredMethod("find", String.class);

		Map<Method, String> names = FunctionNames.distinct(Map.of(place, "place", find, "find"),
				Set.of("place", "find"));

		assertThat(names.get(find)).isEqualTo("find_String");
		assertThat(names.get(place)).matches("place_[0-9a-f]+");
	}

	private static List<String> names(Class<?> type) {
		Map<Method, String> wanted = Arrays.stream(type.getDeclaredMethods())
			.collect(Collectors.toMap((method) -> method, Method::getName));
		return List.copyOf(FunctionNames.distinct(wanted, Set.of()).values());
	}

	interface Alone {

		void place();

		void cancel();

	}

	interface Overloaded {

		void find();

		void find(String name);

		void find(String name, int limit);

		void find(long[] ids);

	}

	interface Homonyms {

		void take(List<String> list);

		void take(java.awt.List list);

		void take(String text);

	}

	interface Collision {

		void put(String text);

		void put(int number);

		@SuppressWarnings("checkstyle:methodname")
		void put_String();

	}

}
