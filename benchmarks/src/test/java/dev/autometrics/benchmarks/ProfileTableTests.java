package dev.autometrics.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import jdk.jfr.Recording;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ProfileTable}.
 */
class ProfileTableTests {

	private static final int CALLS = 500_000;

	@TempDir
	private Path folder;

	private @Nullable Object last;

	@Test
	void tellsWhatCallsAllocateAndNothingElse() throws IOException {
		Path recordings = Files.createDirectories(this.folder.resolve("one/fork"));
		ProfileBenchmarks benchmarks = new ProfileBenchmarks();
		Caller caller = new Caller();
		RunningApplication application = new RunningApplication();
		caller.enter(application);
		try (Recording recording = new Recording()) {
			recording.enable("jdk.ObjectAllocationSample").with("throttle", "10000/s").withStackTrace();
			recording.start();
			for (int i = 0; i < CALLS; i++) {
				benchmarks.autometricsExposed(application, caller);
				this.last = new Elsewhere(i);
			}
			recording.stop();
			recording.dump(recordings.resolve("calls.jfr"));
		}
		finally {
			caller.leave();
			application.close();
		}

		assertThat(this.last).isEqualTo(new Elsewhere(CALLS - 1));
		assertThat(printed()).contains("| `org.springframework.aop.framework.").doesNotContain("Elsewhere");
	}

	private String printed() {
		ByteArrayOutputStream text = new ByteArrayOutputStream();
		new ProfileTable(this.folder).print(new PrintStream(text, true, StandardCharsets.UTF_8));
		return text.toString(StandardCharsets.UTF_8);
	}

	private record Elsewhere(int number) {

	}

}
