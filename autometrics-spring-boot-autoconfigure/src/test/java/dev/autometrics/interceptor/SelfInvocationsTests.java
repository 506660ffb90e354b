package dev.autometrics.interceptor;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SelfInvocations}.
 */
class SelfInvocationsTests {

	@Test
	void findsCallsOnThis() {
		assertThat(callersOf(Direct.class, "place")).containsExactly("inLambda", "plain", "withArguments");
		assertThat(callersOf(Direct.class, "check")).containsExactly("byReference");
		assertThat(callersOf(Direct.class, "plain")).isEmpty();
	}

	@Test
	void findsCallsOfInheritedMethodsAndInSuperclasses() {
		assertThat(callersOf(Child.class, "inherited")).containsExactly("child", "parent");
	}

	@Test
	void namesConstructors() {
		assertThat(callersOf(Constructed.class, "place")).containsExactly("its constructor");
		assertThat(callersOf(Constructed.class, "check")).containsExactly("its constructor");
	}

	@Test
	void superCallsAreNone() {
		assertThat(callersOf(Overriding.class, "inherited")).containsExactly("parent");
	}

	@Test
	void callsOnOtherObjectsOfTheClassAreNotClaimed() {
		assertThat(Stream.of("place", "viaParameter", "viaField", "viaProvider", "viaStream")
			.flatMap((name) -> callersOf(WithProxyOfItself.class, name).stream())).isEmpty();
	}

	@Test
	void bridgesAreNone() {
		assertThat(callersOf(Generic.class, "apply")).isEmpty();
	}

	@Test
	void classesWithoutCodeHaveNone() {
		Function<String, String> lambda = (value) -> value;
		assertThat(new SelfInvocations(lambda.getClass())
			.callersOf(ReflectionUtils.findMethod(Function.class, "apply", Object.class))).isEmpty();
	}

	private static Collection<String> callersOf(Class<?> type, String name) {
		Method method = Stream.of(ReflectionUtils.getAllDeclaredMethods(type))
			.filter((candidate) -> candidate.getName().equals(name) && !candidate.isBridge())
			.findFirst()
			.orElseThrow();
		return new SelfInvocations(type).callersOf(method);
	}

	static class Direct {

		int place(int number) {
			return number;
		}

		boolean check(String value) {
			return value.isEmpty();
		}

		int plain() {
			return place(1);
		}

		int withArguments(boolean more) {
			return place(more ? Integer.parseInt("7") : 0);
		}

		Stream<Integer> inLambda(List<Integer> numbers) {
			return numbers.stream().map((number) -> place(number));
		}

		Stream<String> byReference(List<String> values) {
			return values.stream().filter(this::check);
		}

	}

	static class Parent {

		void inherited() {
		}

		void parent() {
			inherited();
		}

	}

	static class Child extends Parent {

		void child() {
			inherited();
		}

	}

	static class Overriding extends Parent {

		@Override
		void inherited() {
			super.inherited();
		}

	}

	static class WithProxyOfItself {

		private WithProxyOfItself self;

		private Function<String, WithProxyOfItself> provider;

		void place() {
		}

		void viaField() {
			this.self.place();
		}

		void viaParameter(WithProxyOfItself other) {
			other.place();
		}

		void viaProvider() {
			this.provider.apply("").place();
		}

		void viaStream(List<WithProxyOfItself> others) {
			others.forEach(WithProxyOfItself::place);
		}

	}

	static class Generic implements Function<String, String> {

		@Override
		public String apply(String value) {
			return value;
		}

	}

	static class Constructed {

		Constructed(List<Runnable> later) {
			place();
			later.add(() -> check());
		}

		void place() {
		}

		void check() {
		}

	}

}
