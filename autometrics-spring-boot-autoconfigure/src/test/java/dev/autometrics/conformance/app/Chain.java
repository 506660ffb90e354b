package dev.autometrics.conformance.app;

import dev.autometrics.Autometrics;

import org.springframework.stereotype.Component;

/**
 * Beans that call each other.
 */
public final class Chain {

	private Chain() {
	}

	/**
	 * The first of the chain.
	 */
	@Component
	public static class Entry {

		private final Middle middle;

		private final Leaf leaf;

		Entry(Middle middle, Leaf leaf) {
			this.middle = middle;
			this.leaf = leaf;
		}

		@Autometrics
		public void callDirectly() {
			this.leaf.direct();
		}

		@Autometrics
		public void callThroughMiddle() {
			this.middle.pass();
		}

		@Autometrics
		public void callAgainAfterFailure() {
			try {
				this.leaf.fail();
			}
			catch (IllegalStateException ex) {
				this.leaf.afterFailure();
			}
		}

	}

	/**
	 * Is not measured.
	 */
	@Component
	public static class Middle {

		private final Leaf leaf;

		Middle(Leaf leaf) {
			this.leaf = leaf;
		}

		public void pass() {
			this.leaf.indirect();
		}

	}

	/**
	 * The last of the chain.
	 */
	@Component
	@Autometrics
	public static class Leaf {

		public void direct() {
		}

		public void indirect() {
		}

		public void fail() {
			throw new IllegalStateException("Meant to fail");
		}

		public void afterFailure() {
		}

		public void calledByNobody() {
		}

	}

}
