package dev.autometrics.compatibility.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.autometrics.compatibility.situation.PassedSituations;
import dev.autometrics.compatibility.situation.Situation;
import dev.autometrics.compatibility.situation.SituationGroup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringBootVersion;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares {@code docs/compatibility.md} with the rows of the matrix, after their tests.
 * {@code -Dautometrics.docs=write} writes it.
 */
@Tag("matrix-document")
class CompatibilityDocumentTests {

	private static final Path DOCUMENT = Path.of("..", "..", "docs", "compatibility.md");

	private static final String INTRODUCTION = """
			# What is measured, on which Spring Boot

			A "yes" is a test that starts an application on that line of Spring Boot, calls a function and looks at
			all series that there are then. At "-" there is none; the last column says why. The tests of the modules
			in [compatibility](../compatibility) check this page, and write it with
			`mvn verify -Dautometrics.docs=write`. Do not edit it.
			""";

	@Test
	void marksWhatHasPassedHere() throws IOException {
		String line = SpringBootVersion.getVersion().replaceFirst("^(\\d+\\.\\d+)\\..*", "$1");

		List<Row> marked = Arrays.stream(Row.values()).filter((row) -> row.isOn(line)).toList();

		assertThat(PassedSituations.inThisBuild())
			.as("situations that have run on %s in this build, of which all tests have to run", line)
			.containsExactlyElementsOf(
					Arrays.stream(Situation.values()).filter((situation) -> situation.isOn(line)).toList());
		assertThat(PassedRows.inThisBuild())
			.as("rows whose test has passed on %s in this build, of which all tests have to run", line)
			.containsExactlyElementsOf(marked);
		if ("write".equals(System.getProperty("autometrics.docs"))) {
			Files.writeString(DOCUMENT, document());
		}
		assertThat(DOCUMENT).as("written by -Dautometrics.docs=write").hasContent(document());
	}

	private static String document() {
		return INTRODUCTION
				+ Arrays.stream(Row.Group.values())
					.map(CompatibilityDocumentTests::section)
					.collect(Collectors.joining())
				+ Arrays.stream(SituationGroup.values())
					.map(CompatibilityDocumentTests::section)
					.collect(Collectors.joining());
	}

	private static String section(SituationGroup group) {
		Stream<String> head = Stream.of("", "## " + group.title(), "",
				"| application | 3.5 | 4.0 | 4.1 | what is measured |", "| --- | --- | --- | --- | --- |");
		Stream<String> rows = Arrays.stream(Situation.values())
			.filter((situation) -> situation.group() == group)
			.map(Situation::text);
		return Stream.concat(head, rows).collect(Collectors.joining("\n", "", "\n"));
	}

	private static String section(Row.Group group) {
		Stream<String> head = Stream.of("", "## " + group.title(), "", "| bean | 3.5 | 4.0 | 4.1 | what is measured |",
				"| --- | --- | --- | --- | --- |");
		Stream<String> rows = Arrays.stream(Row.values()).filter((row) -> row.group() == group).map(Row::text);
		return Stream.concat(head, rows).collect(Collectors.joining("\n", "", "\n"));
	}

}
