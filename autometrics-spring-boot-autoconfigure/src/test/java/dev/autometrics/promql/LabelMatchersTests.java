package dev.autometrics.promql;

import java.util.List;
import java.util.Map;

import dev.autometrics.promql.LabelMatcher.Operator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link LabelMatchers}. Whether Prometheus reads the same is tested beside the
 * sample application.
 */
class LabelMatchersTests {

	@Test
	void readsEveryOperator() {
		assertThat(LabelMatchers.parse("a=\"1\",b!=\"2\",c=~\"3\",d!~\"4\"").list()).containsExactly(
				new LabelMatcher("a", Operator.EQUAL, "1"), new LabelMatcher("b", Operator.NOT_EQUAL, "2"),
				new LabelMatcher("c", Operator.MATCHES, "3"), new LabelMatcher("d", Operator.MATCHES_NOT, "4"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "namespace=\"prod\",cluster=~\"eu-.*\"", "{cluster=~'eu-.*', namespace='prod',}",
			"\n cluster =~ `eu-.*` ,\tnamespace = \"pr\\x6fd\" ",
			"namespace=\"prod\",namespace=\"prod\",cluster=~\"eu-.*\"" })
	void writesTheSameInOneWay(String text) {
		LabelMatchers conditions = LabelMatchers.parse(text);

		assertThat(conditions).hasToString("cluster=~\"eu-.*\",namespace=\"prod\"")
			.isEqualTo(LabelMatchers.parse(conditions.toString()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "{}", " { } " })
	void noneAreNone(String text) {
		assertThat(LabelMatchers.parse(text)).isEqualTo(LabelMatchers.NONE).hasToString("");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ' ', quoteCharacter = '~',
			value = { "\"\\\"\\\\\\n\\t\" ~\"\\\n\t~", "'\\'\"' ~'\"~", "`\\d\"'` ~\\d\"'~",
					"\"\\x41\\101\\u00e9\\U0001F600\" ~AA\u00e9\ud83d\ude00~",
					"\"\\xc3\\xa9\\303\\251\" ~\u00e9\u00e9~", "\"\" ~~", "\"a}b,c\" ~a}b,c~" })
	void readsEscapes(String literal, String value) {
		LabelMatchers conditions = LabelMatchers.parse("a=" + literal);

		assertThat(conditions.equalLabels()).isEqualTo(Map.of("a", value));
		assertThat(LabelMatchers.parse(conditions.toString())).isEqualTo(conditions);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			value = { "prod|5|one of the operators = != =~ !~ is expected, but the text ends",
					"namespace=prod|11|a value in quotes is expected, but 'p' was found",
					"namespace=|11|a value in quotes is expected, but the text ends",
					"namespace==\"prod\"|11|a value in quotes is expected, but '=' was found",
					"a=\"b\" c=\"d\"|7|a comma is expected, but 'c' was found",
					"a=\"b\",,c=\"d\"|7|the name of a label is expected, but ',' was found",
					"a=\"b\" and|7|a comma is expected, but 'a' was found",
					"{a=\"b\"|7|a comma or the closing brace is expected, but the text ends",
					"{a=\"b\"} or up|9|nothing after the brace is expected, but 'o' was found",
					"a=\"b\"}|6|a comma is expected, but '}' was found",
					"up{a=\"b\"}|3|one of the operators = != =~ !~ is expected, but '{' was found",
					"\"a.b\"=\"c\"|1|the name of a label is expected, but '\"' was found",
					"a.b=\"c\"|2|one of the operators = != =~ !~ is expected, but '.' was found",
					"a=\"b|3|the closing \" of the value is missing",
					"a=\"b\\\"|3|the closing \" of the value is missing",
					"a=\"\\d\"|4|there is no such escape; a backslash itself is \\\\",
					"a=\"b\\u12\"|5|there is no such escape; a backslash itself is \\\\",
					"a=\"\\'\"|4|there is no such escape; a backslash itself is \\\\",
					"a=\"\\xff\"|3|the bytes of the value are no UTF-8",
					"1a=\"b\"|1|'1a' is no name of a label: letters, digits and underscores, and no digit at the start",
					"a=\"b\",a=\"c\"|7|the label 'a' cannot have two values",
					"a=~\"eu-(\"|4|the regular expression 'eu-(' does not close the group that opens: '('" })
	void saysWhatIsWrongAndWhere(String text, int position, String reason) {
		assertThatExceptionOfType(InvalidLabelMatchersException.class).isThrownBy(() -> LabelMatchers.parse(text))
			.withMessage("Character " + position + ": " + reason + ".")
			.satisfies((ex) -> assertThat(ex.position()).isEqualTo(position));
	}

	@ParameterizedTest
	@ValueSource(strings = { "function", "module", "service_name", "result", "caller_function", "caller_module",
			"objective_name", "objective_percentile", "objective_latency_threshold", "version", "commit", "branch",
			"autometrics_version", "autometrics_selector", "slo", "le", "instance", "__name__", "alertname",
			"alertstate", "severity", "percentile_latency" })
	void refusesLabelsThatQueriesUse(String name) {
		String reason = "the label '" + name + "' is one that queries, rules and dashboards use themselves";

		assertThatIllegalArgumentException().isThrownBy(() -> LabelMatchers.parse("a=\"b\", " + name + "!=\"x\""))
			.withMessage("Character 8: " + reason + ".");
		assertThatIllegalArgumentException().isThrownBy(() -> LabelMatchers.of(Map.of(name, "x"))).withMessage(reason);
	}

	@Test
	void whatIsMoreThanAValueIsALabelOfRecords() {
		LabelMatchers conditions = LabelMatchers.parse("zone!=\"a\\\"b\",namespace=\"prod\",cluster=~\"eu-\\\\d\"");

		assertThat(conditions.equalLabels()).isEqualTo(Map.of("namespace", "prod"));
		assertThat(conditions.recordedLabels())
			.isEqualTo(Map.of("namespace", "prod", "autometrics_selector", "cluster=~\"eu-\\\\d\",zone!=\"a\\\"b\""));
		assertThat(LabelMatchers.of(Map.of("namespace", "prod")).recordedLabels())
			.isEqualTo(Map.of("namespace", "prod"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "eu-.*", "a|b|", "(?:a|b)+?", "(?i)prod", "(?i:a)b", "(?P<x>a)", "[]a]", "[^]a]",
			"[a-z\\d_.-]", "[[:alpha:]x]", "[\\]\\-]", "a{2,3}", "a{2}?", "{", "a{,5}", "a{x}", "x}", "\\.\\-\\_\\ ",
			"\\x41\\x{1F600}\\012\\101", "\\pL\\p{Greek}", "\\Qa(b\\E", "\\Aa\\b\\z", "^a$", "caf\u00e9", "()", "[[]",
			"[a&&b]", "^*", "a(?i)*" })
	void takesRegularExpressionsThatPrometheusTakes(String expression) {
		assertThat(RegularExpression.faultOf(expression)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "(", ")", "a(b", "a)", "[", "[a", "[]", "[^]", "*", "a|*", "(*)", "a**", "a++", "a?+",
			"a{2}{3}", "a{1001}", "a{3,2}", "(?=a)", "(?!a)", "(?<=a)", "(?<!a)", "(?>a)", "(?x)a", "(?", "(?P=x)",
			"\\", "\\1", "(a)\\1", "\\8", "\\Z", "\\Qa", "\\G", "\\h", "\\R", "\\e", "\\cA", "\\k", "\\u0041", "\\x4",
			"\\x{110000}", "[z-a]", "[\\b]", "[[:nope:]]", "[a-\\d]" })
	void refusesRegularExpressionsThatPrometheusRefuses(String expression) {
		assertThat(RegularExpression.faultOf(expression)).isNotNull();
	}

	@Test
	void selectorsHaveTheConditions() {
		assertThat(new Selector("up").with(LabelMatchers.parse("b=~\"c|d\\\\.\",a!=\"\"")))
			.hasToString("up{a!=\"\",b=~\"c|d\\\\.\"}");
		assertThat(List.of(LabelMatchers.NONE))
			.allSatisfy((none) -> assertThat(new Selector("up").with(none)).hasToString("up{}"));
	}

}
