package dev.autometrics.compatibility.matrix;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The calls of one function, and the series that they have to be: both results for each
 * caller, and at zero for nobody known.
 */
public final class Calls {

	private static final String OBJECTIVE = "objective_name=\"\",objective_percentile=\"\"";

	private static final String SERVICE = "service_name=\"matrix\"";

	private final String function;

	private final String module;

	private final Map<String, int[]> results = new LinkedHashMap<>();

	private int[] current;

	private Calls(String module, String function) {
		this.module = module;
		this.function = function;
		this.current = resultsOf("", "");
	}

	/**
	 * Begin with no calls.
	 * @param module the module of the function
	 * @param function the name of the function
	 * @return the calls of nobody known
	 */
	public static Calls of(Class<?> module, String function) {
		return new Calls(module.getName(), function);
	}

	public Calls ok(int count) {
		this.current[0] = count;
		return this;
	}

	public Calls error(int count) {
		this.current[1] = count;
		return this;
	}

	/**
	 * Go on with the calls of a caller.
	 * @param callerModule the module of the caller
	 * @param callerFunction the name of the caller
	 * @return the same calls
	 */
	public Calls from(Class<?> callerModule, String callerFunction) {
		this.current = resultsOf(callerModule.getName(), callerFunction);
		return this;
	}

	private int[] resultsOf(String callerModule, String callerFunction) {
		return this.results.computeIfAbsent(
				"caller_function=\"" + callerFunction + "\",caller_module=\"" + callerModule + "\"",
				(key) -> new int[2]);
	}

	/**
	 * Return the series as they are in the exposition. Where the value depends on time,
	 * it is left out, as is {@code le}.
	 * @return the lines
	 */
	SortedSet<String> series() {
		SortedSet<String> series = new TreeSet<>();
		int count = 0;
		for (Map.Entry<String, int[]> entry : this.results.entrySet()) {
			series.add(total(entry.getKey(), "ok", entry.getValue()[0]));
			series.add(total(entry.getKey(), "error", entry.getValue()[1]));
			count += entry.getValue()[0] + entry.getValue()[1];
		}
		series.add(duration("count") + " " + count);
		series.add(duration("sum"));
		series.add(duration("max"));
		series.add(duration("bucket"));
		series.add("function_calls_concurrent{" + identity() + "," + SERVICE + "} 0.0");
		return series;
	}

	private String total(String caller, String result, int count) {
		return "function_calls_total{" + caller + "," + identity() + "," + OBJECTIVE + ",result=\"" + result + "\","
				+ SERVICE + "} " + count + ".0";
	}

	private String duration(String suffix) {
		return "function_calls_duration_seconds_" + suffix + "{" + identity() + ",objective_latency_threshold=\"\","
				+ OBJECTIVE + "," + SERVICE + "}";
	}

	private String identity() {
		return "function=\"" + this.function + "\",module=\"" + this.module + "\"";
	}

}
