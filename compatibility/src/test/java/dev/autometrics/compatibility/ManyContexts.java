package dev.autometrics.compatibility;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;

import dev.autometrics.compatibility.leak.ShortLivedApplication;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Starts and ends many applications in this JVM, each under a class loader of its own,
 * and prints what is left of them.
 */
public final class ManyContexts {

	static final String METERS = "METERS ";

	static final String REGISTRIES = "REGISTRIES ";

	static final String THREADS = "THREADS ";

	static final String CLASS_LOADERS = "CLASS LOADERS ";

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final List<String> OF_THE_JVM = List.of("main", "Reference Handler", "Finalizer",
			"Signal Dispatcher", "Common-Cleaner", "Attach Listener", "Notification Thread", "DestroyJavaVM",
			"Keep-Alive-Timer");

	private final List<WeakReference<ClassLoader>> classLoaders = new ArrayList<>();

	private final SimpleMeterRegistry shared = new SimpleMeterRegistry();

	private final String[] packages;

	private ManyContexts(String[] packages) {
		this.packages = packages;
	}

	/**
	 * Run applications.
	 * @param args how many, and the starts of the names of the classes that each one has
	 * of its own
	 * @throws Exception if one does not run
	 */
	public static void main(String[] args) throws Exception {
		Metrics.addRegistry(new SimpleMeterRegistry());
		ManyContexts contexts = new ManyContexts(Arrays.copyOfRange(args, 1, args.length));
		// What Spring and the libraries start once is there from the second context on.
		new ShortLivedApplication().accept(null, List.of(ShortLivedApplication.WEB));
		SortedSet<String> threads = threads();
		int registries = Metrics.globalRegistry.getRegistries().size();
		contexts.runAll(Integer.parseInt(args[0]));
		// What remembers one application only, remembers this one from now on.
		new ShortLivedApplication().accept(null, List.of(ShortLivedApplication.WEB));
		contexts.awaitCollection();
		System.out.println(METERS + contexts.meters());
		System.out.println(REGISTRIES + (Metrics.globalRegistry.getRegistries().size() - registries));
		SortedSet<String> left = threads();
		left.removeAll(threads);
		System.out.println(THREADS + left);
		System.out.println(CLASS_LOADERS + contexts.uncollected());
	}

	private void runAll(int count) throws Exception {
		try (GenericApplicationContext ofShared = parent(this.shared);
				GenericApplicationContext ofGlobal = parent(Metrics.globalRegistry)) {
			for (int i = 0; i < count; i++) {
				boolean web = i % 10 == 0;
				GenericApplicationContext parent = (web || i % 3 == 0) ? null : (i % 3 == 1) ? ofShared : ofGlobal;
				List<String> properties = new ArrayList<>(List.of("autometrics.service-name=app-" + i,
						"management.defaults.metrics.export.enabled=" + (parent == null)));
				if (web) {
					properties.add(ShortLivedApplication.WEB);
				}
				run(parent, properties);
			}
		}
	}

	private static GenericApplicationContext parent(MeterRegistry registry) {
		GenericApplicationContext context = new GenericApplicationContext();
		context.registerBean(MeterRegistry.class, () -> registry,
				(definition) -> ((AbstractBeanDefinition) definition).setDestroyMethodName(""));
		context.refresh();
		return context;
	}

	@SuppressWarnings("unchecked")
	private void run(@Nullable ConfigurableApplicationContext parent, List<String> properties) throws Exception {
		ClassLoader before = Thread.currentThread().getContextClassLoader();
		ClassLoader own = new ChildFirstClassLoader(this.packages);
		Thread.currentThread().setContextClassLoader(own);
		try {
			Object application = Class.forName(ShortLivedApplication.class.getName(), true, own)
				.getDeclaredConstructor()
				.newInstance();
			((BiConsumer<@Nullable ConfigurableApplicationContext, List<String>>) application).accept(parent,
					properties);
		}
		finally {
			Thread.currentThread().setContextClassLoader(before);
		}
		this.classLoaders.add(new WeakReference<>(own));
	}

	// Threads of pools end a little later than the context is closed.
	private void awaitCollection() {
		try {
			Awaitility.await().atMost(PATIENCE).until(() -> {
				System.gc();
				return uncollected() == 0;
			});
		}
		catch (ConditionTimeoutException ex) {
			// What is left is printed.
		}
	}

	private long uncollected() {
		return this.classLoaders.stream().filter((reference) -> reference.get() != null).count();
	}

	private SortedSet<String> meters() {
		SortedSet<String> names = new TreeSet<>();
		for (MeterRegistry registry : List.of(this.shared, Metrics.globalRegistry)) {
			for (Meter meter : registry.getMeters()) {
				if (meter.getId().getTag("service.name") != null) {
					names.add(meter.getId().getName());
				}
			}
		}
		return names;
	}

	private static SortedSet<String> threads() {
		SortedSet<String> names = new TreeSet<>();
		Thread.getAllStackTraces().keySet().forEach((thread) -> names.add(thread.getName().replaceAll("\\d+", "#")));
		names.removeAll(OF_THE_JVM);
		return names;
	}

}
