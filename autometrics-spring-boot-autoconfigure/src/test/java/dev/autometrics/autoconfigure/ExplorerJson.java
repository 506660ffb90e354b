package dev.autometrics.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The answers that the Explorer's page reads, by their schema.
 */
final class ExplorerJson {

	private static final ObjectMapper JSON = new ObjectMapper();

	private ExplorerJson() {
	}

	/**
	 * Parse an answer, and check that it is as described.
	 * @param kind the name of its definition in the schema
	 * @param answer the answer
	 * @return the JSON
	 */
	static JsonNode valid(String kind, String answer) {
		try (InputStream stream = ExplorerJson.class.getResourceAsStream("/explorer/explorer.schema.json")) {
			ObjectNode schema = (ObjectNode) JSON.readTree(Objects.requireNonNull(stream));
			schema.put("$ref", "#/$defs/" + kind);
			JsonNode json = JSON.readTree(answer);
			Set<ValidationMessage> faults = JsonSchemaFactory.getInstance(VersionFlag.V202012)
				.getSchema(schema)
				.validate(json);
			assertThat(faults).as("%s", answer).isEmpty();
			return json;
		}
		catch (IOException ex) {
			throw new AssertionError(answer, ex);
		}
	}

}
