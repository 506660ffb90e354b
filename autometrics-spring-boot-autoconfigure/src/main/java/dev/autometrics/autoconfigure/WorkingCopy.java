package dev.autometrics.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * The git working copy that a folder lies in. Reads one value of one file, which is less
 * than a git library would bring along.
 */
final class WorkingCopy {

	private static final Log logger = LogFactory.getLog(WorkingCopy.class);

	private static final Pattern SECTION = Pattern.compile("\\s*\\[(.*)\\]\\s*");

	private static final Pattern URL = Pattern.compile("\\s*url\\s*=\\s*\"?([^\"]*?)\"?\\s*");

	private static final String ORIGIN = "remote \"origin\"";

	private WorkingCopy() {
	}

	/**
	 * Return the address that the working copy was cloned from.
	 * @param folder a folder
	 * @return the address of the remote named origin, or {@code null} if there is none
	 */
	static @Nullable String origin(Path folder) {
		try {
			Path config = config(folder.toAbsolutePath());
			return (config != null && Files.isReadable(config)) ? origin(Files.readAllLines(config)) : null;
		}
		catch (IOException | SecurityException ex) {
			logger.debug("Could not read the git configuration of " + folder, ex);
			return null;
		}
	}

	private static @Nullable Path config(Path folder) throws IOException {
		for (Path candidate = folder; candidate != null; candidate = candidate.getParent()) {
			Path git = candidate.resolve(".git");
			if (Files.isDirectory(git)) {
				return git.resolve("config");
			}
			if (Files.isRegularFile(git)) {
				return configOfWorktree(candidate.resolve(target(git)));
			}
		}
		return null;
	}

	// In a linked working tree .git is a file that names the folder of that tree, in
	// which the file commondir names the folder of the repository.
	private static Path configOfWorktree(Path folder) throws IOException {
		Path common = folder.resolve("commondir");
		return (Files.isRegularFile(common) ? folder.resolve(Files.readString(common).trim()) : folder)
			.resolve("config");
	}

	private static String target(Path gitFile) throws IOException {
		return Files.readString(gitFile).trim().replaceFirst("^gitdir:\\s*", "");
	}

	private static @Nullable String origin(List<String> lines) {
		boolean inOrigin = false;
		for (String line : lines) {
			Matcher section = SECTION.matcher(line);
			if (section.matches()) {
				inOrigin = ORIGIN.equals(section.group(1).trim());
			}
			Matcher url = URL.matcher(line);
			if (inOrigin && url.matches()) {
				return url.group(1);
			}
		}
		return null;
	}

}
