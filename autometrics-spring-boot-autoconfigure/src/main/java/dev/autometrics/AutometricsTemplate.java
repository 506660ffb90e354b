package dev.autometrics;

/**
 * Measures code that is no method of a bean: a block, a lambda, a static or a private
 * method. It is counted, timed, attributed to its caller and listed as any other function
 * is. There is a bean of this type. Safe for concurrent use.
 *
 * <pre class="code">
 * AutometricsFunction importer = autometrics.function(Catalogue.class, "import");
 * int articles = importer.call(() -&gt; read(file));
 * </pre>
 *
 * @since 0.1.0
 */
public interface AutometricsTemplate {

	/**
	 * Return a function to measure blocks as. It is listed, and its metrics are there at
	 * zero, from now on; so ask once, in a constructor, rather than for each call.
	 * @param type the type that the function belongs to, which the label {@code module}
	 * names
	 * @param name the name of the function, not empty
	 * @return the function, the same for the same type and name
	 */
	default AutometricsFunction function(Class<?> type, String name) {
		return function(type, name, FunctionOptions.DEFAULT);
	}

	/**
	 * Return a function to measure blocks as.
	 * @param type the type that the function belongs to, which the label {@code module}
	 * names
	 * @param name the name of the function, not empty
	 * @param options what an annotation would say
	 * @return the function
	 */
	AutometricsFunction function(Class<?> type, String name, FunctionOptions options);

}
