package dev.autometrics.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.autometrics.Objective;
import dev.autometrics.dashboards.Dashboards;
import dev.autometrics.model.FunctionCatalog;
import dev.autometrics.model.FunctionId;
import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.model.Objectives;
import dev.autometrics.model.ResultSettings;
import dev.autometrics.rules.RuleFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link AutometricsFiles}.
 */
class AutometricsFilesTests {

	private static final FileTime LONG_AGO = FileTime.fromMillis(0);

	private final FunctionCatalog catalog = new FunctionCatalog();

	@TempDir
	Path parent;

	@Test
	void writesEveryFile() throws IOException {
		Path folder = this.parent.resolve("a/new/folder");

		List<Path> written = files("shop").writeTo(folder);

		assertThat(written).containsExactly(folder.resolve("dashboards/function-explorer.json"),
				folder.resolve("dashboards/objectives.json"), folder.resolve("dashboards/overview.json"),
				folder.resolve("functions.md"), folder.resolve("rules.yml"));
		assertThat(all(folder)).containsExactlyElementsOf(written);
		assertThat(folder.resolve("rules.yml")).hasContent(rules("shop").toYaml());
		assertThat(folder.resolve("dashboards/overview.json")).hasContent(dashboards("shop").json("overview"));
		assertThat(folder.resolve("functions.md")).content().startsWith("# Functions of `shop`\n");
	}

	@Test
	void touchesOnlyWhatDiffers() throws IOException {
		files("shop").writeTo(this.parent);
		for (Path file : all(this.parent)) {
			Files.setLastModifiedTime(file, LONG_AGO);
		}
		addFunction();

		assertThat(files("shop").writeTo(this.parent)).containsExactly(this.parent.resolve("functions.md"));

		assertThat(all(this.parent)).filteredOn((file) -> file.toFile().lastModified() == LONG_AGO.toMillis())
			.hasSize(4);
		assertThat(files("shop").writeTo(this.parent)).isEmpty();
	}

	@Test
	void tellsWhatIsOutdatedWithoutWriting() throws IOException {
		assertThat(files("shop").outdatedIn(this.parent)).hasSize(5);
		assertThat(all(this.parent)).isEmpty();
		files("shop").writeTo(this.parent);
		Files.delete(this.parent.resolve("rules.yml"));
		Files.writeString(this.parent.resolve("functions.md"), "changed by hand");

		assertThat(files("shop").outdatedIn(this.parent)).containsExactly(this.parent.resolve("functions.md"),
				this.parent.resolve("rules.yml"));

		assertThat(this.parent.resolve("functions.md")).hasContent("changed by hand");
	}

	@Test
	void leavesOtherFilesAlone() throws IOException {
		Path own = Files.createDirectories(this.parent.resolve("dashboards")).resolve("own.json");
		Files.writeString(own, "{}");

		files("shop").writeTo(this.parent);

		assertThat(own).hasContent("{}");
	}

	@Test
	void writesNamesThatAreNoText() {
		assertThat(files("half \ud83d").writeTo(this.parent)).hasSize(5);
		assertThat(files("half \ud83d").outdatedIn(this.parent)).isEmpty();
	}

	@Test
	void failsWhereItCannotWrite() throws IOException {
		Path file = Files.writeString(this.parent.resolve("file"), "no folder");

		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> files("shop").writeTo(file));
	}

	private AutometricsFiles files(String service) {
		return new AutometricsFiles(rules(service), dashboards(service),
				new FunctionPage(service, this.catalog, objectives(), FunctionPage.Settings.DEFAULT));
	}

	private void addFunction() {
		this.catalog.add(new InstrumentedFunction(new FunctionId("com.acme.Shop", "sell"), "sell()", null, false,
				ResultSettings.DEFAULT, new TreeSet<>()));
	}

	private static RuleFile rules(String service) {
		return new RuleFile(service, objectives());
	}

	private static Dashboards dashboards(String service) {
		return new Dashboards(service, objectives());
	}

	private static Objectives objectives() {
		return new Objectives(List.of(Objective.ofSuccessRate("api", 99)));
	}

	private static List<Path> all(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).sorted().toList();
		}
	}

}
