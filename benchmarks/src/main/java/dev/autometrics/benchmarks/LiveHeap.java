package dev.autometrics.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

import javax.management.JMException;
import javax.management.ObjectName;

/**
 * The objects that are reachable, as the class histogram of the virtual machine counts
 * them after a full collection.
 */
final class LiveHeap {

	private static final int ATTEMPTS = 3;

	private static final Pattern TOTAL = Pattern.compile("^Total +\\d+ +(\\d+)", Pattern.MULTILINE);

	private LiveHeap() {
	}

	/**
	 * Return the size of all objects: the smallest of several counts, since what ends
	 * with one collection is taken away by the next.
	 * @return the size in bytes
	 */
	static long bytes() {
		return LongStream.generate(LiveHeap::total).limit(ATTEMPTS).min().orElseThrow();
	}

	private static long total() {
		Matcher total = TOTAL.matcher(histogram());
		if (!total.find()) {
			throw new IllegalStateException("The class histogram has no total");
		}
		return Long.parseLong(total.group(1));
	}

	private static String histogram() {
		try {
			Object[] noArguments = { new String[0] };
			return (String) ManagementFactory.getPlatformMBeanServer()
				.invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "gcClassHistogram", noArguments,
						new String[] { String[].class.getName() });
		}
		catch (JMException ex) {
			throw new IllegalStateException("The virtual machine has no class histogram", ex);
		}
	}

}
