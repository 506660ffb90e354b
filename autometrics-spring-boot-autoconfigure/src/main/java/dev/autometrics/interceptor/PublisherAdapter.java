package dev.autometrics.interceptor;

import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.CorePublisher;
import reactor.core.Scannable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.KotlinDetector;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.util.ClassUtils;

/**
 * Measures publishers, each subscription from its start to the first of complete, error
 * and cancel: Mono, Flux, and all that Spring knows how to turn into them and back, such
 * as types of RxJava and {@link java.util.concurrent.Flow.Publisher}. A Kotlin function
 * that suspends is a Mono by the time it gets here, if the bridge from coroutines to
 * Reactor is there.
 */
final class PublisherAdapter implements CompletionAdapter {

	// Only then is what a function that suspends returns a Mono or a Flux by the time it
	// gets here.
	private static final boolean COROUTINES_BRIDGE_PRESENT = ClassUtils.isPresent("kotlinx.coroutines.reactor.MonoKt",
			PublisherAdapter.class.getClassLoader());

	// Spring takes it for deferred, and would make another one that is started at once.
	private static final String DEFERRED_OF_KOTLIN = "kotlinx.coroutines.Deferred";

	@Override
	public boolean supports(Method method, Class<?> returnType) {
		return KotlinDetector.isSuspendingFunction(method) ? COROUTINES_BRIDGE_PRESENT : adapterOf(returnType) != null;
	}

	@Override
	public boolean startsOnSubscription() {
		return true;
	}

	@Override
	public Object attach(Object value, Class<?> returnType, CallSource calls) {
		if (returnType == Mono.class) {
			return Mono.from(new MeasuredMono<>(Mono.from((Mono<?>) value), calls));
		}
		if (returnType == Flux.class) {
			return Flux.from(new MeasuredFlux<>(Flux.from((Flux<?>) value), calls));
		}
		return attachConverted(value, returnType, calls);
	}

	private static Object attachConverted(Object value, Class<?> returnType, CallSource calls) {
		ReactiveAdapter adapter = adapterOf(returnType);
		if (adapter != null) {
			Publisher<Object> publisher = adapter.toPublisher(value);
			return adapter.fromPublisher(adapter.isMultiValue() ? new MeasuredFlux<>(Flux.from(publisher), calls)
					: new MeasuredMono<>((value instanceof Mono) ? Mono.from(publisher) : direct(publisher), calls));
		}
		return attachToSuspended(value, calls);
	}

	/**
	 * Return a Mono that leaves the end to its source. That of Spring cancels after the
	 * first value, so a Single that has succeeded would be disposed of.
	 * @param publisher what Spring has made of another type
	 * @return the Mono
	 */
	private static Mono<Object> direct(Publisher<Object> publisher) {
		Object source = Scannable.from(publisher).scanUnsafe(Scannable.Attr.PARENT);
		boolean foreign = source instanceof Publisher<?> && !(source instanceof CorePublisher<?>);
		return Mono.fromDirect(foreign ? (Publisher<?>) source : publisher);
	}

	private static Object attachToSuspended(Object value, CallSource calls) {
		if (value instanceof Mono<?> mono) {
			return new MeasuredMono<>(mono, calls);
		}
		if (value instanceof Flux<?> flux) {
			return new MeasuredFlux<>(flux, calls);
		}
		calls.invocation().complete(null);
		return value;
	}

	/**
	 * Return the adapter of a type, unless its values are under way already when they are
	 * handed out (a future), or are more than the adapter can make (a ConnectableFlux).
	 * @param type the type that a method declares
	 * @return the adapter, or {@code null} if there is none of use
	 */
	private static @Nullable ReactiveAdapter adapterOf(Class<?> type) {
		// Loads Reactor, which an application that makes no use of it need not wait for.
		ReactiveAdapter adapter = ReactiveAdapterRegistry.getSharedInstance().getAdapter(type);
		boolean useful = adapter != null && adapter.getDescriptor().isDeferred()
				&& type.isAssignableFrom(adapter.getReactiveType())
				&& !DEFERRED_OF_KOTLIN.equals(adapter.getReactiveType().getName());
		return useful ? adapter : null;
	}

}
