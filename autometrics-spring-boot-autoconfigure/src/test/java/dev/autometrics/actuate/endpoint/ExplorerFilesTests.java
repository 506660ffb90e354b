package dev.autometrics.actuate.endpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ExplorerFiles}: what there is, how large it is, and what it must not
 * do.
 */
class ExplorerFilesTests {

	private static final Path FOLDER = Path.of("src/main/resources/META-INF/autometrics/ui");

	private static final int BUDGET_IN_BYTES = 60 * 1024;

	static List<String> names() throws IOException {
		try (Stream<Path> files = Files.list(FOLDER)) {
			return files.map((file) -> file.getFileName().toString()).sorted().toList();
		}
	}

	static List<String> scripts() throws IOException {
		return names().stream().filter((name) -> name.endsWith(".js") && !name.startsWith("uPlot")).toList();
	}

	@Test
	void servesEveryFileButThePageAndTheLicence() throws IOException {
		assertThat(names())
			.filteredOn((name) -> ExplorerFiles.file(name).getStatus() == WebEndpointResponse.STATUS_NOT_FOUND)
			.containsExactly("index.html", "uPlot.LICENSE");
	}

	@ParameterizedTest
	@CsvSource({ "app.js,text/javascript", "uPlot.iife.min.js,text/javascript", "app.css,text/css",
			"icon.svg,image/svg+xml" })
	void tellsTheTypeOfAFile(String name, String type) {
		assertThat(ExplorerFiles.file(name).getContentType()).hasToString(type + ";charset=UTF-8");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "..", "../index.html", "../../../application.properties", "app.js/", "APP.JS",
			"nothing.js", "uPlot.LICENSE", "index.html" })
	void servesNothingElse(String name) {
		WebEndpointResponse<Object> answer = ExplorerFiles.file(name);

		assertThat(answer.getStatus()).isEqualTo(WebEndpointResponse.STATUS_NOT_FOUND);
		assertThat(answer.getBody()).isNull();
	}

	@Test
	void pageRefersToItsFiles() {
		assertThat(ExplorerFiles.page("./calls/ui"))
			.contains("src=\"./calls/ui/app.js\"", "href=\"./calls/ui/app.css\"")
			.doesNotContain("{ui}");
	}

	@Test
	void pathCannotBecomeMarkup() {
		assertThat(ExplorerFiles.page("\"><script>&")).contains("\"&quot;>&lt;script>&amp;/app.js\"");
	}

	@Test
	void pageHasAStrictPolicyBeforeAnythingElse() {
		String page = ExplorerFiles.page("./ui");

		assertThat(page).contains("default-src 'none'; script-src 'self'; style-src 'self'",
				"require-trusted-types-for 'script'");
		assertThat(page.indexOf("Content-Security-Policy")).isLessThan(page.indexOf("<script"))
			.isLessThan(page.indexOf("<link"));
		assertThat(page).doesNotContainPattern("<style|style=|\\son\\w+=|<script(?![^>]* src=)");
	}

	@ParameterizedTest
	@MethodSource("scripts")
	void scriptsMakeNoMarkupOfText(String name) {
		assertThat(read(name)).doesNotContainPattern(
				"innerHTML|outerHTML|insertAdjacentHTML|document\\.write|createContextualFragment|DOMParser|eval\\(|new Function");
	}

	@ParameterizedTest
	@MethodSource("scripts")
	void scriptsReferToNoOtherSite(String name) {
		assertThat(read(name).replace("http://www.w3.org/2000/svg", "")).doesNotContainPattern("https?://");
	}

	@ParameterizedTest
	@MethodSource("scripts")
	void importsWhatIsServed(String name) {
		assertThat(Pattern.compile("from '\\./([^']+)'").matcher(read(name)).results().map((found) -> found.group(1)))
			.allMatch((imported) -> ExplorerFiles.file(imported).getStatus() == WebEndpointResponse.STATUS_OK);
	}

	@ParameterizedTest
	@CsvSource({ "uPlot.iife.min.js,19c8d4c6ad88929a79f4ae49d6f7161566dfd0ba3d15cc495e974f787eb78f1f",
			"uPlot.min.css,df630c6a8d6f8eeaff264b50f73ce5b114f646ffd9a0bb74f049b0a00135fa04",
			"uPlot.LICENSE,8f989229699b4fe2f1a0432d0e9edc338a8a911e250e2d1b01ecd770a5f5b1bd" })
	void uPlotIsRelease1632Unchanged(String name, String sha256) throws Exception {
		byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(FOLDER.resolve(name)));

		assertThat(HexFormat.of().formatHex(digest)).isEqualTo(sha256);
	}

	@Test
	void allFilesTogetherAreSmall() throws IOException {
		int size = 0;
		for (String name : names()) {
			size += name.endsWith("LICENSE") ? 0 : zipped(FOLDER.resolve(name)).length;
		}

		assertThat(size).isLessThanOrEqualTo(BUDGET_IN_BYTES);
	}

	private static byte[] zipped(Path file) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (OutputStream out = new SmallestGzip(bytes)) {
			out.write(Files.readAllBytes(file));
		}
		return bytes.toByteArray();
	}

	private static String read(String name) {
		try (InputStream file = ExplorerFilesTests.class.getResourceAsStream("/META-INF/autometrics/ui/" + name)) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static final class SmallestGzip extends GZIPOutputStream {

		SmallestGzip(OutputStream out) throws IOException {
			super(out);
			this.def.setLevel(Deflater.BEST_COMPRESSION);
		}

	}

}
