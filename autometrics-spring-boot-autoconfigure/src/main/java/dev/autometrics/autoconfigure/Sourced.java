package dev.autometrics.autoconfigure;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * A value and who says so.
 *
 * @param value the value, {@code null} if there is none
 * @param from where it comes from, for people
 */
record Sourced(@Nullable String value, String from) {

	static final String NOT_FOUND = "not found";

	/**
	 * Return the first one that has text.
	 * @param candidates values in the order in which they count
	 * @return the first one without spaces around it, an empty one if there is none
	 */
	static Sourced first(Sourced... candidates) {
		return Stream.of(candidates)
			.filter((candidate) -> StringUtils.hasText(candidate.value()))
			.map((candidate) -> new Sourced(candidate.text().trim(), candidate.from()))
			.findFirst()
			.orElse(new Sourced("", NOT_FOUND));
	}

	String text() {
		return (this.value != null) ? this.value : "";
	}

	Sourced with(String other) {
		return new Sourced(other, this.from);
	}

}
