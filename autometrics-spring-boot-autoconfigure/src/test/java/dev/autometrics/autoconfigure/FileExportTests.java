package dev.autometrics.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.autometrics.Autometrics;
import dev.autometrics.export.AutometricsFiles;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the files that an application writes, without its endpoint.
 */
@ExtendWith(OutputCaptureExtension.class)
class FileExportTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AutometricsAutoConfiguration.class))
		.withUserConfiguration(Shop.class)
		.withPropertyValues("autometrics.service-name=shop", "autometrics.objectives.api.success-rate=99");

	@TempDir
	Path folder;

	@Test
	void beanWritesTheFilesOfTheApplication() {
		this.runner.run((context) -> {
			assertThat(this.folder).isEmptyDirectory();

			assertThat(context.getBean(AutometricsFiles.class).writeTo(this.folder)).hasSize(5);

			assertThat(this.folder.resolve("functions.md")).content()
				.contains("## Module `" + Till.class.getName() + "`", "### `pay`", "objective `api`", "### `api`")
				.doesNotContain("](");
			assertThat(this.folder.resolve("rules.yml")).content().contains("service_name=\"shop\"");
			assertThat(this.folder.resolve("dashboards/overview.json")).content().contains("shop: Overview");
		});
	}

	@Test
	void beanIsNotMadeUnlessAsked() {
		this.runner
			.run((context) -> assertThat(context.getBeanFactory().containsSingleton("autometricsFiles")).isFalse());
	}

	@Test
	void propertyWritesTheFilesAtTheStart(CapturedOutput output) {
		Path files = this.folder.resolve("new");

		this.runner.withPropertyValues("autometrics.export.directory=" + files).run((context) -> {
			assertThat(files.resolve("functions.md")).content().contains("### `pay`");
			assertThat(context.getBean(AutometricsFiles.class).outdatedIn(files)).isEmpty();
			assertThat(output).contains("The files in " + files + " are up to date; written: 5");
		});
	}

	@Test
	void lazyApplicationWritesThemAsWell() {
		this.runner.withPropertyValues("autometrics.export.directory=" + this.folder)
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> assertThat(this.folder.resolve("functions.md")).content().contains("### `pay`"));
	}

	@Test
	void pageLinksToThePrometheusThatIsConfigured() {
		this.runner
			.withPropertyValues("autometrics.export.directory=" + this.folder,
					"autometrics.prometheus.url=https://prometheus.example.com")
			.run((context) -> assertThat(this.folder.resolve("functions.md")).content()
				.contains("[Calls per second](<https://prometheus.example.com/graph?g0.expr="));
	}

	@Test
	void filesDoNotDependOnTheEnvironmentOfWhoWritesThem() {
		this.runner
			.withPropertyValues("autometrics.export.directory=" + this.folder, "PROMETHEUS_URL=http://localhost:1234")
			.run((context) -> assertThat(this.folder.resolve("functions.md")).content().doesNotContain("1234"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "FILE", "FILE/below", "nul\0l" })
	void directoryThatIsNoneStopsTheStart(String value) throws IOException {
		Path file = Files.writeString(this.folder.resolve("file"), "no folder");
		String directory = value.replace("FILE", file.toString());

		this.runner.withPropertyValues("autometrics.export.directory=" + directory)
			.run((context) -> assertThat(context).getFailure()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, (ex) -> {
					assertThat(ex.getName()).isEqualTo("autometrics.export.directory");
					assertThat(ex.getValue()).isEqualTo(directory);
					assertThat(ex.getReason()).contains("It has to be a folder", "Remove the property");
				}));
	}

	@Configuration(proxyBeanMethods = false)
	static class Shop {

		@Bean
		SimpleMeterRegistry registry() {
			return new SimpleMeterRegistry();
		}

		@Bean
		@Lazy
		Till till() {
			return new Till();
		}

	}

	static class Till {

		@Autometrics(objective = "api")
		void pay() {
		}

	}

}
