package dev.autometrics.benchmarks;

import java.util.List;

import dev.autometrics.instrument.CallRecorder;
import dev.autometrics.instrument.CallerContext;
import dev.autometrics.instrument.FunctionRecorder;
import dev.autometrics.model.FunctionCatalog;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;

/**
 * Calls of every function of an application, from outside and from other functions.
 */
final class MeasuredCalls {

	private static final String ARGUMENT = "argument";

	private final ApplicationContext application;

	MeasuredCalls(ApplicationContext application) {
		this.application = application;
	}

	void callAllFromOutside() {
		for (Class<?> type : FunctionClasses.annotated()) {
			Object bean = this.application.getBean(type);
			FunctionClasses.FUNCTIONS.forEach((function) -> call(bean, function));
		}
	}

	/**
	 * Call every function from within some of the functions. Where the library does not
	 * measure, these are calls from outside.
	 * @param callers how many functions call
	 */
	void callAllFromFunctions(int callers) {
		for (int caller = 0; caller < callers; caller++) {
			FunctionRecorder recorder = recorder(caller);
			FunctionRecorder outside = CallerContext.enter(CallerContext.frame(), recorder);
			try {
				callAllFromOutside();
			}
			finally {
				CallerContext.leave(CallerContext.frame(), outside);
			}
		}
	}

	private @Nullable FunctionRecorder recorder(int caller) {
		List<FunctionCatalog> catalogs = this.application.getBeanProvider(FunctionCatalog.class).stream().toList();
		return catalogs.isEmpty() ? null
				: this.application.getBean(CallRecorder.class).recorderOf(catalogs.get(0).snapshot().get(caller));
	}

	private static void call(Object bean, String function) {
		try {
			Object value = bean.getClass().getMethod(function, String.class).invoke(bean, ARGUMENT);
			if (!ARGUMENT.equals(value)) {
				throw new IllegalStateException(function + " returned " + value);
			}
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
