package dev.autometrics.conformance;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sees to it that no id of the specification is forgotten.
 */
class SpecificationTests {

	private static final Pattern ID = Pattern.compile("([MS]\\d+) .*");

	@Test
	void everyIdIsTested() throws Exception {
		assertThat(testedIds()).containsExactlyInAnyOrderElementsOf(allIds());
	}

	private static Set<String> allIds() {
		return Stream
			.concat(IntStream.rangeClosed(1, 30).mapToObj((number) -> "M" + number),
					IntStream.rangeClosed(1, 22).mapToObj((number) -> "S" + number))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> testedIds() throws IOException, ClassNotFoundException {
		Set<String> ids = new TreeSet<>();
		String here = SpecificationTests.class.getPackageName();
		for (Resource file : new PathMatchingResourcePatternResolver()
			.getResources("classpath*:" + here.replace('.', '/') + "/*Tests.class")) {
			String name = String.valueOf(file.getFilename()).replace(".class", "");
			for (Method method : Class.forName(here + "." + name).getDeclaredMethods()) {
				DisplayName displayName = method.getAnnotation(DisplayName.class);
				Matcher matcher = ID.matcher((displayName != null) ? displayName.value() : "");
				if (matcher.matches()) {
					ids.add(matcher.group(1));
				}
			}
		}
		return ids;
	}

}
