package dev.autometrics.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WorkingCopy}.
 */
class WorkingCopyTests {

	private static final String CONFIG = """
			[core]
				bare = false
			[remote "upstream"]
				url = https://example.com/upstream.git
			[remote "origin"]
				fetch = +refs/heads/*:refs/remotes/origin/*
				url = https://example.com/origin.git
			[branch "main"]
				remote = origin
			""";

	@TempDir
	private Path folder;

	private Path git;

	@BeforeEach
	void makeRepository() throws IOException {
		this.git = Files.createDirectories(this.folder.resolve("repository/.git"));
		Files.writeString(this.git.resolve("config"), CONFIG);
	}

	@Test
	void findsTheRemoteNamedOriginFromAnyFolderBelow() throws IOException {
		Path below = Files.createDirectories(this.folder.resolve("repository/module/target"));

		assertThat(WorkingCopy.origin(below)).isEqualTo("https://example.com/origin.git");
	}

	@Test
	void findsItFromALinkedWorkingTree() throws IOException {
		Path linked = Files.createDirectories(this.git.resolve("worktrees/feature"));
		Files.writeString(linked.resolve("commondir"), "../..\n");
		Path tree = Files.createDirectories(this.folder.resolve("feature"));
		Files.writeString(tree.resolve(".git"), "gitdir: " + linked + "\n");

		assertThat(WorkingCopy.origin(tree)).isEqualTo("https://example.com/origin.git");
	}

	@Test
	void knowsNothingWithoutOrigin() throws IOException {
		Files.writeString(this.git.resolve("config"), "[remote \"upstream\"]\n\turl = https://example.com/u.git\n");

		assertThat(WorkingCopy.origin(this.git.getParent())).isNull();
	}

	@Test
	void knowsNothingOfAFolderThatIsBroken() throws IOException {
		Path broken = Files.createDirectories(this.folder.resolve("broken"));
		Files.write(broken.resolve(".git"), new byte[] { (byte) 0xff, 0, (byte) 0xfe });

		assertThat(WorkingCopy.origin(broken)).isNull();
	}

}
