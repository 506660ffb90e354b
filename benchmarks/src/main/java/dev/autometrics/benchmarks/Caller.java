package dev.autometrics.benchmarks;

import dev.autometrics.instrument.CallerContext;
import dev.autometrics.instrument.FunctionRecorder;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A thread that calls from within another function, for as long as a benchmark runs.
 */
@State(Scope.Thread)
public class Caller {

	final String argument = "argument";

	private @Nullable FunctionRecorder outside;

	@Setup
	public void enter(RunningApplication application) {
		this.outside = CallerContext.enter(CallerContext.frame(), application.caller());
	}

	@TearDown
	public void leave() {
		CallerContext.leave(CallerContext.frame(), this.outside);
	}

}
