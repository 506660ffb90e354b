package dev.autometrics.sample;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.autometrics.promql.LabelMatchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares what selectors the library takes with what a real Prometheus takes, by texts
 * that chance has put together.
 */
@RequiresPrometheus
class LiveSelectorTests {

	private static final int TEXTS = 1500;

	private static final List<String> PIECES_OF_EXPRESSIONS = List.of("a", "b", "1", "(", ")", "[", "]", "[^", "-", "^",
			"$", "*", "+", "?", "{2}", "{2,1}", "{1001}", "{,2}", "{", "}", "|", ".", ",", "\\d", "\\1", "\\12", "\\b",
			"\\Q", "\\E", "\\pL", "\\p{Greek}", "\\x4", "\\x41", "\\z", "\\Z", "\\_", "(?:", "(?i)", "(?i:", "(?=",
			"(?<!", "(?P<n>", "[:alpha:]", "[:nope:]", "[a-z]", "\\", "\u00e9");

	private static final List<String> PIECES_OF_SELECTORS = List.of("a", "b=", "c!=", "d=~", "e!~", "\"v\"", "'v'",
			"`v`", "\"", "'", "`", ",", ", ", " ", "\n", "\t", "\\", "\\\\", "\\n", "\\x41", "\\u00e9", "\\101", "\\'",
			"\\\"", "1", "_", "-", ".", "\u00e9", "f=\"x\"", "g=~\"x|y\",", "=");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@AutoClose
	private static PrometheusServer prometheus;

	@BeforeAll
	static void start() {
		prometheus = PrometheusServer.remembering((data) -> {
		});
	}

	@Test
	void takesTheRegularExpressionsThatPrometheusTakes() {
		assertSame(texts(PIECES_OF_EXPRESSIONS).map((expression) -> "zone=~`" + expression + "`"));
	}

	@Test
	void takesTheSelectorsThatPrometheusTakes() {
		assertSame(texts(PIECES_OF_SELECTORS));
	}

	@Test
	void prometheusReadsWhatIsWrittenAsWhatWasRead() {
		List<String> taken = texts(PIECES_OF_SELECTORS).filter((text) -> fault(text) == null).toList();

		assertThat(taken).hasSizeGreaterThan(5)
			.allSatisfy(
					(text) -> assertThat(formatted(LabelMatchers.parse(text).toString())).isEqualTo(formatted(text)));
	}

	// Prometheus puts a group around an expression, so that "a)|(b" is one to it.
	private static void assertSame(Stream<String> texts) {
		List<String> all = texts.toList();
		List<String> taken = all.stream().filter((text) -> fault(text) == null).toList();

		assertThat(taken).hasSizeBetween(5, TEXTS - 100).allMatch(LiveSelectorTests::isTaken);
		assertThat(all).filteredOn((text) -> fault(text) != null)
			.filteredOn(LiveSelectorTests::isTaken)
			.allSatisfy((text) -> assertThat(fault(text)).containsAnyOf("closes a group that is not open",
					"cannot have two values"));
	}

	private static Stream<String> texts(List<String> pieces) {
		Random random = new Random(7);
		return IntStream.range(0, TEXTS)
			.mapToObj((number) -> IntStream.range(0, 1 + random.nextInt(6))
				.mapToObj((piece) -> pieces.get(random.nextInt(pieces.size())))
				.collect(Collectors.joining()));
	}

	private static @Nullable String fault(String selector) {
		try {
			LabelMatchers.parse(selector);
			return null;
		}
		catch (IllegalArgumentException ex) {
			return ex.getMessage();
		}
	}

	private static boolean isTaken(String selector) {
		return Http.get(url("query", selector)).statusCode() == 200;
	}

	private static Set<String> formatted(String selector) {
		String text = JSON.readTree(Http.get(url("format_query", selector)).body()).path("data").asString();
		assertThat(text).startsWith("up");
		return Stream.of(text.replaceAll("^up\\{?|}$", "").split(",")).collect(Collectors.toSet());
	}

	private static String url(String path, String selector) {
		return prometheus.url() + "/api/v1/" + path + "?query="
				+ URLEncoder.encode("up{" + selector + "}", StandardCharsets.UTF_8);
	}

}
