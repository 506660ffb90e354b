package dev.autometrics.conformance.app;

import java.util.List;

import dev.autometrics.Autometrics;

import org.springframework.stereotype.Component;

/**
 * Four beans of five functions each that call each other as a plan says.
 */
public final class Stages {

	private Stages() {
	}

	/**
	 * What a call does.
	 *
	 * @param functions the function of each stage that is called, from the first stage on
	 * @param fails whether the last function fails
	 * @param handledBy the index of the function that handles the failure, -1 for none
	 */
	public record Plan(List<String> functions, boolean fails, int handledBy) {

		public Plan {
			functions = List.copyOf(functions);
		}

	}

	/**
	 * The failure of a plan.
	 */
	public static final class PlannedException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		PlannedException() {
			super("Planned", null, false, false);
		}

	}

	/**
	 * A stage.
	 */
	@Autometrics
	public abstract static class Stage {

		private final Stage next;

		Stage(Stage next) {
			this.next = next;
		}

		public void a(Plan plan, int depth) {
			pass(plan, depth);
		}

		public void b(Plan plan, int depth) {
			pass(plan, depth);
		}

		public void c(Plan plan, int depth) {
			pass(plan, depth);
		}

		public void d(Plan plan, int depth) {
			pass(plan, depth);
		}

		public void e(Plan plan, int depth) {
			pass(plan, depth);
		}

		private void pass(Plan plan, int depth) {
			try {
				if (depth + 1 < plan.functions().size()) {
					call(this.next, plan, depth + 1);
				}
				else if (plan.fails()) {
					throw new PlannedException();
				}
			}
			catch (PlannedException ex) {
				if (plan.handledBy() != depth) {
					throw ex;
				}
			}
		}

		/**
		 * Call the function of a stage that a plan names.
		 * @param stage the stage
		 * @param plan the plan
		 * @param depth the index of the stage
		 */
		public static void call(Stage stage, Plan plan, int depth) {
			switch (plan.functions().get(depth)) {
				case "a" -> stage.a(plan, depth);
				case "b" -> stage.b(plan, depth);
				case "c" -> stage.c(plan, depth);
				case "d" -> stage.d(plan, depth);
				default -> stage.e(plan, depth);
			}
		}

	}

	/**
	 * The first stage.
	 */
	@Component
	public static class First extends Stage {

		First(Second next) {
			super(next);
		}

	}

	/**
	 * The second stage.
	 */
	@Component
	public static class Second extends Stage {

		Second(Third next) {
			super(next);
		}

	}

	/**
	 * The third stage.
	 */
	@Component
	public static class Third extends Stage {

		Third(Fourth next) {
			super(next);
		}

	}

	/**
	 * The fourth stage.
	 */
	@Component
	public static class Fourth extends Stage {

		Fourth() {
			super(null);
		}

	}

}
