package dev.autometrics;

import org.jspecify.annotations.Nullable;

/**
 * A function made of blocks of code, each of which is one call. What a block throws is
 * handed on, the very same object. Safe for concurrent use.
 *
 * @since 0.1.0
 * @see AutometricsTemplate
 */
public interface AutometricsFunction {

	/**
	 * Run a block as one call, which ends when the block returns or throws.
	 * @param block the block
	 * @param <X> what the block throws, inferred
	 * @throws X if the block does
	 */
	default <X extends Throwable> void run(Action<X> block) throws X {
		call(() -> {
			block.run();
			return Boolean.TRUE;
		});
	}

	/**
	 * Run a block as one call, which ends when the block returns or throws.
	 * @param block the block
	 * @param <T> the type of its value
	 * @param <X> what the block throws, inferred
	 * @return what the block returns
	 * @throws X if the block does
	 */
	<T extends @Nullable Object, X extends Throwable> T call(Block<T, X> block) throws X;

	/**
	 * Run a block that returns a future, a publisher or the like, which is measured as
	 * that of a method would be: a future until it is completed, a publisher with each
	 * subscription.
	 * @param type the type that a method would declare, such as {@code Mono.class}
	 * @param block the block
	 * @param <T> the type of what it returns
	 * @param <X> what the block throws, inferred
	 * @return what the block returns, or what stands for it
	 * @throws X if the block does
	 */
	<T, X extends Throwable> T callAsync(Class<? super T> type, Block<T, X> block) throws X;

	/**
	 * A block that returns a value.
	 *
	 * @param <T> the type of the value
	 * @param <X> what it throws
	 */
	@FunctionalInterface
	interface Block<T extends @Nullable Object, X extends Throwable> {

		/**
		 * Run the block.
		 * @return its value
		 * @throws X if it fails
		 */
		T call() throws X;

	}

	/**
	 * A block that returns nothing.
	 *
	 * @param <X> what it throws
	 */
	@FunctionalInterface
	interface Action<X extends Throwable> {

		/**
		 * Run the block.
		 * @throws X if it fails
		 */
		void run() throws X;

	}

}
