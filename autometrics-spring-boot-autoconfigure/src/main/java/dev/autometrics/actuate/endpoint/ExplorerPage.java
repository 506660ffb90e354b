package dev.autometrics.actuate.endpoint;

import java.util.function.Supplier;

import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.util.MimeType;

/**
 * The page of the Explorer, at the addresses that have JSON for everybody but browsers.
 * Its links are relative, so that base paths and proxies do not matter.
 *
 * @since 0.1.0
 */
public final class ExplorerPage {

	/**
	 * What the operations for browsers produce, and nothing else: with JSON as well they
	 * would compete with the other operations, and every request would be ambiguous.
	 * Because of the last parameter Jersey prefers JSON where a client takes everything.
	 */
	static final String HTML = "text/html;charset=UTF-8;qs=0.5";

	private static final MimeType TYPE = MimeType.valueOf("text/html;charset=UTF-8");

	private final boolean enabled;

	private final Supplier<String> path;

	/**
	 * Create the page.
	 * @param enabled whether there is a page; without one browsers get JSON as well
	 * @param path the path of the endpoint
	 */
	public ExplorerPage(boolean enabled, Supplier<String> path) {
		this.enabled = enabled;
		this.path = path;
	}

	/**
	 * Return the page at the address of the endpoint.
	 * @param json what is there without a page
	 * @return the HTML or the JSON
	 */
	WebEndpointResponse<Object> atEndpoint(Supplier<Object> json) {
		String path = this.path.get();
		return this.enabled ? html("./" + path.substring(path.lastIndexOf('/') + 1) + "/" + ExplorerFiles.AREA)
				: json(new WebEndpointResponse<>(json.get()));
	}

	/**
	 * Return the page at an address below the endpoint. What is no function has no page,
	 * and is for browsers what it is for everybody.
	 * @param id the id of a function, which has a dot, or another word
	 * @param other what is there without a page
	 * @return the HTML, or what else is there
	 */
	WebEndpointResponse<Object> below(String id, Supplier<WebEndpointResponse<Object>> other) {
		return (this.enabled && id.indexOf('.') >= 0) ? html("./" + ExplorerFiles.AREA) : json(other.get());
	}

	/**
	 * Return a file of the page.
	 * @param name its name
	 * @return the file, not found if there is none
	 */
	WebEndpointResponse<Object> file(String name) {
		return this.enabled ? ExplorerFiles.file(name)
				: new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
	}

	private static WebEndpointResponse<Object> html(String files) {
		return new WebEndpointResponse<>(ExplorerFiles.page(files), WebEndpointResponse.STATUS_OK, TYPE);
	}

	// An answer without a type would be taken for HTML.
	private static WebEndpointResponse<Object> json(WebEndpointResponse<Object> answer) {
		return (answer.getContentType() != null || answer.getBody() == null) ? answer : new WebEndpointResponse<>(
				answer.getBody(), answer.getStatus(), MimeType.valueOf(AutometricsEndpoint.JSON));
	}

}
