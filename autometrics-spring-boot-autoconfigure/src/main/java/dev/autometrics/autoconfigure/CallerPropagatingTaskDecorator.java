package dev.autometrics.autoconfigure;

import java.util.List;

import dev.autometrics.instrument.CallerContext;
import io.micrometer.context.ContextSnapshotFactory;

import org.springframework.core.task.TaskDecorator;

/**
 * Runs a task as the function that hands it over, and around it the decorators of the
 * application.
 */
final class CallerPropagatingTaskDecorator implements TaskDecorator {

	private final ContextSnapshotFactory snapshots = ContextSnapshotFactory.builder()
		.captureKeyPredicate(CallerContext.KEY::equals)
		.build();

	private final List<TaskDecorator> ofApplication;

	CallerPropagatingTaskDecorator(List<TaskDecorator> ofApplication) {
		this.ofApplication = ofApplication;
	}

	@Override
	public Runnable decorate(Runnable task) {
		Runnable decorated = this.snapshots.captureAll().wrap(task);
		for (TaskDecorator decorator : this.ofApplication) {
			decorated = decorator.decorate(decorated);
		}
		return decorated;
	}

}
