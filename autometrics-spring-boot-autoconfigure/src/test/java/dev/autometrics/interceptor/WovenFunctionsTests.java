package dev.autometrics.interceptor;

import java.lang.reflect.Method;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;

import dev.autometrics.Autometrics;
import dev.autometrics.instrument.CallRecorder;
import dev.autometrics.instrument.RecordingFailures;
import dev.autometrics.live.LiveFigures;
import dev.autometrics.model.FunctionCatalog;
import dev.autometrics.model.FunctionId;
import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.problems.ProblemMode;
import dev.autometrics.problems.Problems;
import kotlin.Metadata;
import kotlin.coroutines.Continuation;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WovenFunctions}.
 */
class WovenFunctionsTests {

	private final Problems problems = new Problems(ProblemMode.WARN);

	private final LiveFigures figures = new LiveFigures(InstantSource.system());

	private final FunctionCatalog catalog = new FunctionCatalog();

	private final CompletionAdapters adapters = new CompletionAdapters();

	private final InstrumentedFunctionSource source = new AnnotationFunctionSource(FunctionLabelStyle.METHOD, false,
			TypeSelection.NONE, MethodReach.WEAVING);

	private final WovenFunctions functions = functions(this.source);

	private WovenFunctions functions(InstrumentedFunctionSource source) {
		return new WovenFunctions(source,
				new MeasuredMethods(
						new CallRecorder(this.figures, System::nanoTime, CallRecorder.Settings.DEFAULT, this.problems),
						this.adapters, new ResultClassifiers(new RecordingFailures(this.problems))),
				this.catalog);
	}

	@Test
	void countsOnceWhereSeveralAspectsHandOverACall() throws Throwable {
		invokeByTwoAspects();
		this.adapters.add(List.of());
		invokeByTwoAspects();

		assertThat(calls("place")).isEqualTo(2);
	}

	private void invokeByTwoAspects() throws Throwable {
		Call inner = new Call("place", new Shop(), "done");
		Call outer = new Call("place", inner.target(), () -> this.functions.invoke(inner, "inner"));

		assertThat(this.functions.invoke(outer, "outer")).isEqualTo("done");
	}

	@Test
	void countsPrivateAndStaticMethodsForTheClassThatDeclaresThem() throws Throwable {
		this.functions.invoke(new Call("check", new SubShop(), ""), this);
		this.functions.invoke(new Call("open", null, ""), this);

		assertThat(this.catalog.snapshot()).extracting(InstrumentedFunction::id)
			.containsExactly(new FunctionId(Shop.class.getName(), "check"),
					new FunctionId(Shop.class.getName(), "open"));
	}

	@Test
	void runsWhatIsNoFunction() throws Throwable {
		assertThat(this.functions.invoke(new Call("unmarked", new Shop(), "done"), this)).isEqualTo("done");
		assertThat(this.catalog.snapshot()).isEmpty();
	}

	@Test
	void runsTheMethodWhereItCannotBeMeasured() throws Throwable {
		WovenFunctions broken = functions(new BrokenSource());

		assertThat(broken.invoke(new Call("place", new Shop(), "done"), this)).isEqualTo("done");
		assertThat(this.problems.snapshot()).singleElement()
			.satisfies((problem) -> assertThat(problem.toString()).startsWith("AM-118").contains("place"));
	}

	@Test
	void leavesAloneWhatSuspends() throws Throwable {
		Method method = ReflectionUtils.findMethod(Suspending.class, "place", Continuation.class);

		assertThat(this.functions.invoke(new Call(method, new Suspending(), () -> "done"), this)).isEqualTo("done");
		assertThat(this.catalog.snapshot()).isEmpty();
		new WeavingProblems(this.source, this.problems).inspect(Suspending.class);
		assertThat(this.problems.snapshot()).singleElement()
			.satisfies((problem) -> assertThat(problem.toString()).startsWith("AM-101").contains("It suspends"));
	}

	private long calls(String function) {
		return this.figures.of(new FunctionId(Shop.class.getName(), function)).calls();
	}

	static class Shop {

		@Autometrics
		String place() {
			return "";
		}

		@Autometrics
		private String check() {
			return "";
		}

		@Autometrics
		static String open() {
			return "";
		}

		String unmarked() {
			return check();
		}

	}

	// What Kotlin makes of a function that suspends.
	@Metadata
	static class Suspending {

		@Autometrics
		Object place(Continuation<? super String> continuation) {
			return continuation;
		}

	}

	static class SubShop extends Shop {

	}

	private record Call(Method method, @Nullable Object target, Body body) implements MethodInvocation {

		Call(String method, @Nullable Object target, Body body) {
			this(ReflectionUtils.findMethod(Shop.class, method), target, body);
		}

		Call(String method, @Nullable Object target, String value) {
			this(method, target, () -> value);
		}

		@Override
		public Method getMethod() {
			return this.method;
		}

		@Override
		public Method getStaticPart() {
			return this.method;
		}

		@Override
		public @Nullable Object getThis() {
			return this.target;
		}

		@Override
		public Object[] getArguments() {
			return new Object[0];
		}

		@Override
		public @Nullable Object proceed() throws Throwable {
			return this.body.run();
		}

	}

	private interface Body {

		@Nullable Object run() throws Throwable;

	}

	private static final class BrokenSource implements InstrumentedFunctionSource {

		@Override
		public InstrumentedFunction getFunction(Method method, Class<?> targetClass) {
			throw new NoClassDefFoundError("gone");
		}

		@Override
		public Collection<InstrumentedFunction> getFunctions(Class<?> targetClass) {
			return List.of();
		}

	}

}
