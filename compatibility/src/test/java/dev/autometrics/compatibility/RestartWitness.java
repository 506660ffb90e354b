package dev.autometrics.compatibility;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Sees the class loaders of an application that restarts, and is not restarted itself.
 */
public final class RestartWitness {

	/**
	 * What is printed before the port when the application is ready.
	 */
	public static final String READY = "READY ";

	/**
	 * What is printed when no class loader is left but the newest and the first. The
	 * developer tools keep the first one, whether the library is there or not.
	 */
	public static final String COLLECTED = "COLLECTED ";

	private static final List<WeakReference<ClassLoader>> EARLIER = new CopyOnWriteArrayList<>();

	private RestartWitness() {
	}

	/**
	 * Tell that the application is ready.
	 * @param application its class
	 * @param port where it listens
	 */
	public static void ready(Class<?> application, String port) {
		List<WeakReference<ClassLoader>> earlier = EARLIER.stream().skip(1).toList();
		EARLIER.add(new WeakReference<>(application.getClassLoader()));
		System.out.println(READY + port);
		if (!earlier.isEmpty()) {
			Thread collector = new Thread(() -> awaitCollection(earlier), "collector");
			collector.setDaemon(true);
			collector.setContextClassLoader(ClassLoader.getSystemClassLoader());
			collector.start();
		}
	}

	private static void awaitCollection(List<WeakReference<ClassLoader>> earlier) {
		while (earlier.stream().anyMatch((reference) -> reference.get() != null)) {
			System.gc();
		}
		System.out.println(COLLECTED + earlier.size());
	}

}
