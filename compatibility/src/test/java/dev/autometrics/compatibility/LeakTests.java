package dev.autometrics.compatibility;

import java.nio.file.Path;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many applications in one JVM, one after the other: what is left when they have ended.
 */
class LeakTests {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({ "100, dev.autometrics.compatibility.leak.", "12, dev.autometrics." })
	void nothingIsLeftOfApplicationsThatHaveEnded(String count, String ownPackage) throws Exception {
		// Soft references are cleared as soon as they can be.
		try (ForkedJvm jvm = ForkedJvm.in(this.folder)
			.options("-XX:SoftRefLRUPolicyMSPerMB=0")
			.start(ManyContexts.class.getName(), count, ownPackage)) {
			assertThat(jvm.await(ManyContexts.METERS)).isEqualTo("[]");
			assertThat(jvm.await(ManyContexts.REGISTRIES)).isEqualTo("0");
			assertThat(jvm.await(ManyContexts.THREADS)).isEqualTo("[]");
			assertThat(jvm.await(ManyContexts.CLASS_LOADERS)).isEqualTo("0");
		}
	}

}
