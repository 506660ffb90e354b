package dev.autometrics.instrument;

import org.jspecify.annotations.Nullable;

/**
 * Which function runs on this thread: the caller of the next one.
 * <p>
 * Every thread has a frame, an array with one element in use that is written on entry and
 * written back on exit. Compared with {@link ThreadLocal#set} and
 * {@link ThreadLocal#remove} that is one look-up per call and no allocation. It is an
 * array of {@link Object} on purpose: a class of ours in a value of the thread's map
 * would pin the application's class loader for as long as a pooled thread lives.
 *
 * @since 0.1.0
 */
public final class CallerContext {

	/**
	 * Key of the current function in a Reactor context, and in snapshots of Micrometer's
	 * context propagation.
	 */
	public static final String KEY = "autometrics.function";

	/**
	 * Where the function stands in a frame. The references before it and after it fill a
	 * cache line each, so that wherever the garbage collector puts the frames, none
	 * shares its line with that of another thread: each entry and exit of a call would
	 * have to wait until the other thread hands the line over.
	 */
	private static final int FUNCTION = 16;

	private static final ThreadLocal<@Nullable Object[]> FRAME = ThreadLocal
		.withInitial(() -> new Object[2 * FUNCTION + 1]);

	private CallerContext() {
	}

	/**
	 * Return the frame of the current thread.
	 * @return the same array for as long as the thread lives
	 */
	public static @Nullable Object[] frame() {
		return FRAME.get();
	}

	/**
	 * Return the function that runs on the current thread.
	 * @return its recorder, {@code null} if there is none
	 */
	public static @Nullable FunctionRecorder current() {
		return current(frame());
	}

	/**
	 * Return the function that runs on a thread.
	 * @param frame the frame of the thread
	 * @return its recorder, {@code null} if there is none
	 */
	public static @Nullable FunctionRecorder current(@Nullable Object[] frame) {
		return (FunctionRecorder) frame[FUNCTION];
	}

	/**
	 * Make a function the current one of a frame.
	 * @param frame the frame of the current thread
	 * @param function the function that starts or goes on, {@code null} for none
	 * @return the function that was current, to be handed to {@link #leave}, or
	 * {@code null} if there was none
	 */
	public static @Nullable FunctionRecorder enter(@Nullable Object[] frame, @Nullable FunctionRecorder function) {
		Object caller = frame[FUNCTION];
		frame[FUNCTION] = function;
		return (FunctionRecorder) caller;
	}

	/**
	 * Make the caller the current function of a frame again.
	 * @param frame the frame that was entered
	 * @param caller what {@link #enter} returned
	 */
	public static void leave(@Nullable Object[] frame, @Nullable FunctionRecorder caller) {
		frame[FUNCTION] = caller;
	}

}
