package dev.autometrics.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.autometrics.rules.RuleFile;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.FileSystemUtils;

/**
 * A run of promtool that plays situations to rules, all at once: each is an objective of
 * its own, and time is dear.
 */
final class RuleSimulation {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Promtool promtool;

	private RuleSimulation(Promtool promtool) {
		this.promtool = promtool;
	}

	/**
	 * Play situations.
	 * @param files the files with the rules
	 * @param interval how often the rules are evaluated: promtool knows no groups, and no
	 * query with more than 10,000 samples of a series
	 * @param situations the situations
	 * @return what came of it
	 */
	static RuleSimulation run(List<RuleFile> files, String interval, List<Situation> situations) {
		Map<String, Object> test = new TreeMap<>();
		test.put("interval", "1m");
		test.put("input_series", situations.stream().flatMap(RuleSimulation::series).toList());
		test.put("promql_expr_test", situations.stream().flatMap(RuleSimulation::expectations).toList());
		return run(files, interval, test);
	}

	/**
	 * Run a test.
	 * @param files the files with the rules
	 * @param interval how often the rules are evaluated
	 * @param test a test as promtool reads it
	 * @return what came of it
	 */
	static RuleSimulation run(List<RuleFile> files, String interval, Map<String, Object> test) {
		Path folder = null;
		try {
			folder = Files.createTempDirectory("rules");
			List<String> names = new ArrayList<>();
			List<String> groups = new ArrayList<>();
			for (RuleFile file : files) {
				String yaml = file.toYaml();
				names.add("rules" + names.size() + ".yml");
				groups.addAll(groups(yaml));
				Files.writeString(folder.resolve(names.get(names.size() - 1)), yaml);
			}
			// What is JSON is YAML.
			Files.writeString(folder.resolve("tests.yml"), JSON.writeValueAsString(Map.of("rule_files", names,
					"evaluation_interval", interval, "group_eval_order", groups, "tests", List.of(test))));
			return new RuleSimulation(Promtool.run(folder, "test", "rules", "tests.yml"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			FileSystemUtils.deleteRecursively((folder != null) ? folder.toFile() : null);
		}
	}

	// A group sees what those before it have recorded.
	private static List<String> groups(String yaml) {
		Map<String, List<Map<String, String>>> file = new Yaml().load(yaml);
		return file.get("groups").stream().map((group) -> group.get("name")).toList();
	}

	private static Stream<Map<String, Object>> series(Situation situation) {
		return situation.series()
			.entrySet()
			.stream()
			.map((series) -> Map.of("series", series.getKey(), "values", series.getValue()));
	}

	private static Stream<Map<String, Object>> expectations(Situation situation) {
		return situation.expectations()
			.stream()
			.map((expectation) -> Map.of("expr", expectation.query(), "eval_time", expectation.time(), "exp_samples",
					(expectation.value() != null) ? List.of(Map.of("labels", "{}", "value", expectation.value()))
							: List.of()));
	}

	/**
	 * Return the expectations of a situation that were not met.
	 * @param situation the situation
	 * @return what promtool says of each, nothing if all is well
	 */
	List<String> failures(Situation situation) {
		return Stream.of(this.promtool.output().split("(?m)^    (?=\\w+:)"))
			.filter((failure) -> failure.startsWith("expr:"))
			.filter((failure) -> failure.substring(0, failure.indexOf('\n'))
				.replace("\\\"", "\"")
				.contains(situation.objective()))
			.toList();
	}

	/**
	 * Return what promtool said of everything.
	 * @return its output and its exit code
	 */
	Promtool promtool() {
		return this.promtool;
	}

}
