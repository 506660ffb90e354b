package dev.autometrics.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import dev.autometrics.Objective;
import dev.autometrics.ObjectiveLatency;
import dev.autometrics.model.FunctionCatalog;
import dev.autometrics.model.FunctionId;
import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.model.Objectives;
import dev.autometrics.model.ResultSettings;
import dev.autometrics.promql.FunctionQueries;
import dev.autometrics.promql.LabelMatchers;
import dev.autometrics.promql.QueryLinks;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FunctionPage}.
 */
class FunctionPageTests {

	private static final Objectives OBJECTIVES = new Objectives(
			List.of(Objective.ofSuccessRate("shop-api", 99.9).withLatency(ObjectiveLatency.MS_250, 99)));

	private final FunctionCatalog catalog = new FunctionCatalog();

	@Test
	void printsFunctionsByModuleAndObjectives() throws IOException {
		add("com.acme.shop.Payments", "charge", null);
		add("com.acme.shop.Orders", "place", "shop-api");
		add("com.acme.shop.Orders", "find", null);

		assertThat(page("shop", OBJECTIVES)).isEqualTo(golden("functions.md"));
	}

	@Test
	void showsHostileNamesAsText() throws IOException {
		add("com.acme.Outer$Inner", "lambda$sum$0", "a|b");
		add("com.acme.Outer$Inner", "`one` ```three``` $x$ | # *b* _i_ [l](x) <script>alert(1)</script>", "a|b");
		add("{{ site.title }} {% raw %}", "two\nlines\r\n\n# no heading\u2028\u202e", "a|b");
		add(" - ", "&amp; \\ \ud83c\udf89 caf\u00e9", null);

		assertThat(page("`shop` <b>\n$x$", new Objectives(List.of(Objective.ofSuccessRate("a|b", 99)))))
			.isEqualTo(golden("hostile.md"));
	}

	@Test
	void linksQueriesWhereThereIsAPrometheus() {
		add("com.acme.shop.Orders", "place", null);
		QueryLinks links = QueryLinks.toPrometheus("https://prometheus.example.com");

		assertThat(new FunctionPage("shop", this.catalog, Objectives.NONE,
				new FunctionPage.Settings(LabelMatchers.NONE, links))
			.toMarkdown())
			.contains("[Calls per second](<" + links.linkTo(queries("com.acme.shop.Orders", "place"))
					+ ">):\n\n```promql");
	}

	@Test
	void hasTheIdsOfTheEndpoint() {
		add("com.acme.Shop", "sell a lot", null);
		add("com.acme.Shop", "sell-a-lot", null);

		assertThat(page("shop", Objectives.NONE)).contains("id `com.acme.Shop.sell-a-lot`")
			.containsPattern("id `com\\.acme\\.Shop\\.sell-a-lot~[0-9a-f]{8}`");
	}

	@Test
	void isReadableWithoutFunctions() {
		assertThat(page("shop", Objectives.NONE)).startsWith("# Functions of `shop`\n").doesNotContain("##", "```");
	}

	@ParameterizedTest
	@ValueSource(strings = { "```", "````\n# heading", "a`b", "\n```\n" })
	void noQueryEndsItsFence(String content) {
		List<String> lines = new Markdown().fenced("promql", content).toString().lines().toList();
		String fence = lines.get(0).substring(0, lines.get(0).length() - "promql".length());

		assertThat(fence).matches("`{3,}");
		assertThat(content).doesNotContain(fence);
		assertThat(lines.get(lines.size() - 1)).isEqualTo(fence);
		assertThat(String.join("\n", lines.subList(1, lines.size() - 1))).isEqualTo(content);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '"',
			value = { "place ~ `place`", "Outer$Inner ~ `Outer$Inner`", "<script> ~ `<script>`", "a|b ~ `a|b`",
					"a`b ~ `` a`b ``", "a``b` ~ ``` a``b` ```", "{{x}} ~ <code>&#123;&#123;x&#125;&#125;</code>",
					"{%x ~ <code>&#123;&#37;x</code>", "\" a\" ~ <code>&#32;a</code>", "\"\" ~ <code></code>",
					"\"a\nb\" ~ <code>a&#10;b</code>", "*a* ~ `*a*`" })
	void writesNames(String name, String markdown) {
		assertThat(Markdown.name(name)).isEqualTo(markdown);
	}

	private void add(String module, String function, @Nullable String objective) {
		this.catalog.add(function(module, function, objective));
	}

	private static InstrumentedFunction function(String module, String function, @Nullable String objective) {
		return new InstrumentedFunction(new FunctionId(module, function), function + "(String)", objective, false,
				ResultSettings.DEFAULT, new TreeSet<>());
	}

	@Test
	void queriesHaveTheConditionsOfTheApplication() {
		FunctionPage.Settings settings = new FunctionPage.Settings(LabelMatchers.of(Map.of("namespace", "prod")), null);
		Objectives objectives = new Objectives(List.of(Objective.ofSuccessRate("api", 99)));
		add("com.acme.shop.Orders", "place", "api");
		String page = new FunctionPage("shop", this.catalog, objectives, settings).toMarkdown();
		assertThat(page.lines().filter((line) -> line.contains("service_name=\"shop\""))).hasSizeGreaterThan(10)
			.allMatch((line) -> line.contains("namespace=\"prod\""));
	}

	private static String queries(String module, String function) {
		return new FunctionQueries("shop").all(function(module, function, null)).get(0).promql();
	}

	private String page(String service, Objectives objectives) {
		return new FunctionPage(service, this.catalog, objectives, FunctionPage.Settings.DEFAULT).toMarkdown();
	}

	private static String golden(String name) throws IOException {
		try (InputStream stream = FunctionPageTests.class.getResourceAsStream("/export/" + name)) {
			return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
