package dev.autometrics.interceptor;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.autometrics.SkipAutometrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link TypeSelection} and {@link TypePattern}.
 */
class TypeSelectionTests {

	private static final String HERE = "dev.autometrics.interceptor.TypeSelectionTests";

	@ParameterizedTest
	@CsvSource({ "java.util.Map, true", "java.util, true", "java, true", "java.util.**, true", "java.*.Map, true",
			"**.Map, true", "**.*Map, true", "java.util.M*, true", "java.util.Map$Entry, false", "java.ut, false",
			"util, false", "*.Map, false", "java.util.Ma, false", "java.lang, false" })
	void namesStandForPackagesAndClasses(String pattern, boolean matches) {
		assertThat(new TypePattern(pattern).matches(Map.class)).isEqualTo(matches);
	}

	@ParameterizedTest
	@CsvSource({ "java.util.Map", "java.util.Map$Entry", "java.util" })
	void nestedClassesAreWithinTheirClass(String pattern) {
		assertThat(new TypePattern(pattern).matches(Map.Entry.class)).isTrue();
	}

	@Test
	void annotationsStandForWhatHasThem() {
		assertThat(selects(Marked.class, "@org.springframework.stereotype.Service")).isTrue();
		assertThat(selects(Inheriting.class, "@org.springframework.stereotype.Service")).isTrue();
		assertThat(selects(Marked.class, "@org.springframework.stereotype.Component")).isTrue();
		assertThat(selects(Plain.class, "@org.springframework.stereotype.Service")).isFalse();
		assertThat(selects(Plain.class, "@no.such.Annotation")).isFalse();
	}

	@Test
	void excludedTypesAreNotSelected() {
		TypeSelection selection = new TypeSelection(List.of(new TypePattern(HERE)),
				List.of(new TypePattern("@org.springframework.stereotype.Service"), new TypePattern("**.Other")));

		assertThat(selection.includes(Plain.class)).isTrue();
		assertThat(selection.includes(Marked.class)).isFalse();
	}

	@Test
	void typesThatConfigureTheApplicationAreNotSelected() {
		assertThat(selects(Configuring.class, HERE)).isFalse();
		assertThat(selects(Settings.class, HERE)).isFalse();
	}

	@Test
	void tellsWhichPatternsHaveMatchedNothing() {
		TypeSelection selection = new TypeSelection(
				List.of(new TypePattern("com.acme"), new TypePattern(HERE), new TypePattern("@com.acme.Handler")),
				List.of());
		selection.includes(Plain.class);

		assertThat(selection.unmatched()).extracting(TypePattern::toString)
			.containsExactly("com.acme", "@com.acme.Handler");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", " ", "com acme", "com.acme.", "com..acme", "@", "@com.*", "com/acme", "com.acme.Order()" })
	void patternsInAnotherFormAreRefused(String pattern) {
		assertThatIllegalArgumentException().isThrownBy(() -> new TypePattern(pattern))
			.withMessage("'" + pattern + "' is no pattern of types");
	}

	@Test
	void annotationsWin() {
		AnnotationFunctionSource source = new AnnotationFunctionSource(FunctionLabelStyle.METHOD, false,
				new TypeSelection(List.of(new TypePattern(HERE)), List.of()), MethodReach.PROXY);

		assertThat(source.getFunctions(Plain.class)).extracting((function) -> function.id().function())
			.containsExactlyInAnyOrder("place", "cancel");
		assertThat(source.getFunctions(WithSkip.class)).extracting((function) -> function.id().function())
			.containsExactly("place");
		assertThat(source.getFunctions(Skipped.class)).isEmpty();
	}

	private static boolean selects(Class<?> type, String... patterns) {
		return new TypeSelection(Arrays.stream(patterns).map(TypePattern::new).toList(), List.of()).includes(type);
	}

	static class Plain {

		void place() {
		}

		void cancel() {
		}

	}

	static class WithSkip {

		void place() {
		}

		@SkipAutometrics
		void cancel() {
		}

	}

	@SkipAutometrics
	static class Skipped {

		void place() {
		}

	}

	@Service
	static class Marked {

	}

	static class Inheriting extends Marked {

	}

	@Configuration
	static class Configuring {

	}

	@ConfigurationProperties("shop")
	static class Settings {

	}

}
