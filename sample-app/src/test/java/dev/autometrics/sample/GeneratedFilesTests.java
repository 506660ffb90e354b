package dev.autometrics.sample;

import java.nio.file.Path;

import dev.autometrics.export.AutometricsFiles;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The files in the folder {@code autometrics} are those of the shop as it is now.
 * {@code -Dautometrics.files=write} writes them.
 */
@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "shop.shopper.enabled=false")
class GeneratedFilesTests {

	private static final Path FOLDER = Path.of("autometrics");

	@Autowired
	private AutometricsFiles files;

	@Test
	void areUpToDate() {
		if ("write".equals(System.getProperty("autometrics.files"))) {
			this.files.writeTo(FOLDER);
		}
		assertThat(this.files.outdatedIn(FOLDER)).as("outdated; -Dautometrics.files=write writes them").isEmpty();
	}

}
