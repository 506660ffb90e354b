package dev.autometrics.interceptor;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * The adapters there are: those of the application, once its beans exist, and those of
 * the library for the types that are present. Safe for concurrent use.
 *
 * @since 0.1.0
 */
public final class CompletionAdapters {

	private static final boolean REACTOR_PRESENT = ClassUtils.isPresent("reactor.core.publisher.Flux",
			CompletionAdapters.class.getClassLoader());

	private static final boolean KOTLIN_FLOW_PRESENT = ClassUtils.isPresent("kotlinx.coroutines.flow.Flow",
			CompletionAdapters.class.getClassLoader());

	private volatile List<CompletionAdapter> adapters = builtIn();

	private volatile boolean complete;

	private static List<CompletionAdapter> builtIn() {
		List<CompletionAdapter> adapters = new ArrayList<>();
		adapters.add(new CompletionStageAdapter());
		adapters.add(new StreamAdapter());
		if (KOTLIN_FLOW_PRESENT) {
			adapters.add(new FlowAdapter());
		}
		if (REACTOR_PRESENT) {
			adapters.add(new PublisherAdapter());
		}
		return adapters;
	}

	/**
	 * Add the adapters of the application. From now on answers do not change any more.
	 * @param ofApplication the adapters, in their order
	 */
	public void add(List<CompletionAdapter> ofApplication) {
		List<CompletionAdapter> all = new ArrayList<>(ofApplication);
		all.addAll(builtIn());
		this.adapters = all;
		this.complete = true;
	}

	boolean areComplete() {
		return this.complete;
	}

	@Nullable CompletionAdapter adapterOf(Method method, Class<?> returnType) {
		return this.adapters.stream()
			.filter((adapter) -> adapter.supports(method, returnType))
			.findFirst()
			.orElse(null);
	}

}
