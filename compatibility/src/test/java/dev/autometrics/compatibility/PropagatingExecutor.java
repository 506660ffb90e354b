package dev.autometrics.compatibility;

import java.util.concurrent.ExecutorService;

import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;

/**
 * What Micrometer offers to users. A class of its own, since tests are looked for where
 * that library is missing too.
 */
final class PropagatingExecutor {

	private PropagatingExecutor() {
	}

	static ExecutorService around(ExecutorService executor) {
		return ContextExecutorService.wrap(executor, () -> ContextSnapshotFactory.builder().build().captureAll());
	}

}
