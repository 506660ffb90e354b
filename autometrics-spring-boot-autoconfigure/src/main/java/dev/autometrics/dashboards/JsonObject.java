package dev.autometrics.dashboards;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

import dev.autometrics.promql.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * An object of JSON under construction. Its members keep their order, and what is small
 * is written on one line.
 */
final class JsonObject {

	private static final int LONGEST_LINE = 100;

	private static final String STEP = "  ";

	private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

	/**
	 * Add a member, or replace it.
	 * @param name its name
	 * @param value a string, a number, a boolean, an object, a list of those or
	 * {@code null}
	 * @return this object
	 */
	JsonObject with(String name, @Nullable Object value) {
		this.members.put(name, value);
		return this;
	}

	@Override
	public String toString() {
		return write(this, "");
	}

	private static String write(@Nullable Object value, String indent) {
		if (value instanceof JsonObject object) {
			return block("{", object.members.entrySet().stream().map((member) -> write(member, indent + STEP)).toList(),
					"}", indent);
		}
		if (value instanceof List<?> list) {
			return block("[", list.stream().map((item) -> write(item, indent + STEP)).toList(), "]", indent);
		}
		if (value instanceof Double number && number == Math.rint(number)) {
			return String.valueOf(number.longValue());
		}
		return (value instanceof String text) ? JsonText.string(text) : String.valueOf(value);
	}

	private static String write(Map.Entry<String, @Nullable Object> member, String indent) {
		return JsonText.string(member.getKey()) + ": " + write(member.getValue(), indent);
	}

	// Texts have no line ends of their own: those are escaped.
	private static String block(String start, List<String> parts, String end, String indent) {
		String line = start + String.join(", ", parts) + end;
		if (line.length() <= LONGEST_LINE && !line.contains("\n")) {
			return line;
		}
		String inner = "\n" + indent + STEP;
		StringJoiner lines = new StringJoiner("," + inner, start + inner, "\n" + indent + end);
		parts.forEach(lines::add);
		return lines.toString();
	}

}
