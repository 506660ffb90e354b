package dev.autometrics.rules;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link YamlScalar} and {@link YamlWriter}.
 */
class YamlScalarTests {

	@ParameterizedTest
	@MethodSource("hostileTexts")
	void isReadAsItWasMeant(String text) {
		YamlWriter yaml = new YamlWriter().comment(text).nested("list", () -> {
		}).entry(text, text).block("block", text);

		Map<String, Object> read = new Yaml().load(yaml.toString());

		assertThat(read).hasSize(3).containsEntry("list", null).containsEntry(text, text).containsEntry("block", text);
	}

	static List<String> hostileTexts() {
		return List.of("", " ", "a b", "'", "\"", "it's \"quoted\"", "\\", "C:\\n", "a\nb", "a\r\nb\n", "\t",
				"{{ $x }}", "$a", "a: b", "a:", "- a", "? a", "# a", "a # b", "[a", "{a}", "&a", "*a", "!a", "|", ">",
				"%a", "@a", "`a", "---", "...", "~", "null", "Null", "yes", "NO", "on", "y", "true", "1", "1.0", "0x1F",
				"1e3", "1:30", ".inf", ".NaN", "2026-11-22", "=", "<<", "é", "日本", "😀", "\u0000", "\u0001\u007f\u0085",
				"\u2028\u2029", "\ufeff", "\u202egnp.exe", "\ue000", "- name: evil\n  rules: []", "# \ngroups: evil",
				"a\n\nb", "trailing \n");
	}

	@Test
	void isReadAsItWasMeantWhateverTheCharacter() {
		String everything = IntStream.range(0, 0x3000)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();

		assertThat(new Yaml().<String>load(YamlScalar.of(everything))).isEqualTo(everything);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			autometrics_slo:calls:rate5m | autometrics_slo:calls:rate5m
			30s                          | 30s
			shop                         | shop
			no                           | "no"
			99.9                         | "99.9"
			two words                    | "two words"
			say "it"                     | 'say "it"'
			it's "it"                    | 'it''s "it"'""")
	void isAsPlainAsCanBe(String text, String scalar) {
		assertThat(YamlScalar.of(text)).isEqualTo(scalar);
	}

	@Test
	void halfOfASurrogatePairIsAQuestionMarkAsInTheMetrics() {
		assertThat(YamlScalar.of("a\ud83d")).isEqualTo("\"a?\"");
	}

}
