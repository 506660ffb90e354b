package dev.autometrics.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Ids of functions in the path of the endpoint: plain text where that needs no escaping,
 * since servers and firewalls refuse escaped characters of many kinds. Every id has a
 * dot, so that words without one stay free.
 *
 * @since 0.1.0
 */
public final class FunctionIds {

	private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._$-]+");

	private static final Pattern NOT_PLAIN = Pattern.compile("[^A-Za-z0-9._$-]+");

	private static final int HASH_BYTES = 4;

	private static final int LONGEST_SLUG = 100;

	private FunctionIds() {
	}

	/**
	 * Return functions by their ids.
	 * @param functions the functions
	 * @return the functions in the same order, each under an id of its own
	 */
	public static Map<String, InstrumentedFunction> index(Collection<InstrumentedFunction> functions) {
		Map<String, InstrumentedFunction> byId = new LinkedHashMap<>();
		for (InstrumentedFunction function : functions) {
			String id = of(function.id());
			byId.put(byId.containsKey(id) ? hashed(function.id()) : id, function);
		}
		return byId;
	}

	/**
	 * Return the id of a function: its name, or something like it and a hash.
	 * @param function the function
	 * @return the id, the same in every start
	 */
	public static String of(FunctionId function) {
		String name = function.toString();
		return PLAIN.matcher(name).matches() ? name : hashed(function);
	}

	/**
	 * Return an id that no other function has.
	 * @param function the function
	 * @return the id, the same in every start
	 */
	static String hashed(FunctionId function) {
		String slug = NOT_PLAIN.matcher(function.toString()).replaceAll("-");
		byte[] hash = sha256(function.module() + "\n" + function.function());
		return slug.substring(0, Math.min(slug.length(), LONGEST_SLUG)) + "~"
				+ HexFormat.of().formatHex(hash, 0, HASH_BYTES);
	}

	private static byte[] sha256(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
