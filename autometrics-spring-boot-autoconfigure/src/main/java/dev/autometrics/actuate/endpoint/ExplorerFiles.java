package dev.autometrics.actuate.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.util.MimeType;

/**
 * The files that the page of the Explorer is made of. There are no others than those that
 * are listed here, and no path is built from what a request asks for.
 */
final class ExplorerFiles {

	/**
	 * The area of the endpoint that has the files.
	 */
	static final String AREA = "ui";

	static final String JAVASCRIPT = "text/javascript;charset=UTF-8";

	static final String STYLES = "text/css;charset=UTF-8";

	static final String IMAGE = "image/svg+xml;charset=UTF-8";

	private static final String FOLDER = "/META-INF/autometrics/ui/";

	private static final List<String> FILES = List.of("api.js", "app.css", "app.js", "charts.js", "dom.js", "format.js",
			"function.js", "functions.js", "graph.js", "icon.svg", "layout.js", "pages.js", "router.js", "states.js",
			"table.js", "uPlot.iife.min.js", "uPlot.min.css");

	private ExplorerFiles() {
	}

	/**
	 * Return a file.
	 * @param name its name
	 * @return the file, not found if it is not one of the page
	 */
	static WebEndpointResponse<Object> file(String name) {
		int known = FILES.indexOf(name);
		return (known >= 0)
				? new WebEndpointResponse<>(read(FILES.get(known)), WebEndpointResponse.STATUS_OK, typeOf(name))
				: new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
	}

	/**
	 * Return the page.
	 * @param files where the files are, seen from the address of the page
	 * @return the HTML
	 */
	static String page(String files) {
		return read("index.html").replace("{ui}", escape(files));
	}

	private static MimeType typeOf(String name) {
		String suffix = name.substring(name.lastIndexOf('.'));
		return MimeType.valueOf(switch (suffix) {
			case ".js" -> JAVASCRIPT;
			case ".css" -> STYLES;
			default -> IMAGE;
		});
	}

	private static String escape(String text) {
		return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
	}

	private static String read(String name) {
		try (InputStream file = ExplorerFiles.class.getResourceAsStream(FOLDER + name)) {
			if (file == null) {
				throw new IllegalStateException("There is no " + FOLDER + name + " on the class path");
			}
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
