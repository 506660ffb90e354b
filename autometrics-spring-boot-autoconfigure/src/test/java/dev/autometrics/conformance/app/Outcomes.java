package dev.autometrics.conformance.app;

import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

import dev.autometrics.Autometrics;

import org.springframework.stereotype.Component;

/**
 * Ways in which a call can end.
 */
@Component
@Autometrics
public class Outcomes {

	public void succeed() {
	}

	public <X extends Throwable> void fail(X failure) throws X {
		throw failure;
	}

	public Throwable returnFailure() {
		return new IllegalStateException("A value like any other");
	}

	public Object returnNothing() {
		return null;
	}

	public Future<String> returnUnfinished() {
		return new FutureTask<>(() -> "never run");
	}

}
