package dev.autometrics.interceptor;

import dev.autometrics.instrument.Call;
import dev.autometrics.instrument.CallerContext;
import dev.autometrics.instrument.FunctionRecorder;

/**
 * Where a {@link CompletionAdapter} gets the calls of one invocation from. Safe for
 * concurrent use.
 *
 * @since 0.1.0
 */
public abstract sealed class CallSource {

	private final FunctionRecorder function;

	private CallSource(FunctionRecorder function) {
		this.function = function;
	}

	/**
	 * Return a call that has started: that of the invocation, or one that starts now and
	 * whose caller is the function that runs on this thread, else that which invoked the
	 * method.
	 * @return the call
	 */
	public abstract Call start();

	/**
	 * Return a call that has started, as {@link #start()} does.
	 * @param caller who calls, if this is a call that starts now
	 * @return the call
	 */
	public abstract Call start(FunctionRecorder caller);

	/**
	 * Return the call of the invocation, for what turns out to have ended with it.
	 * @return the call, which is taken back after {@link CompletionAdapter#attach} if
	 * calls start on subscription and it has not ended by then
	 */
	public abstract Call invocation();

	/**
	 * Return the function that is called.
	 * @return its recorder
	 */
	public FunctionRecorder function() {
		return this.function;
	}

	static CallSource ofInvocation(Call call) {
		return new OfInvocation(call);
	}

	static CallSource ofSubscriptions(Call invocation) {
		return new OfSubscriptions(invocation);
	}

	private static final class OfInvocation extends CallSource {

		private final Call call;

		OfInvocation(Call call) {
			super(call.function());
			this.call = call;
		}

		@Override
		public Call start() {
			return this.call;
		}

		@Override
		public Call invocation() {
			return this.call;
		}

		@Override
		public Call start(FunctionRecorder caller) {
			return this.call;
		}

	}

	private static final class OfSubscriptions extends CallSource {

		private final Call invocation;

		OfSubscriptions(Call invocation) {
			super(invocation.function());
			this.invocation = invocation;
		}

		@Override
		public Call start() {
			FunctionRecorder current = CallerContext.current();
			return this.invocation.another((current != null) ? current : this.invocation.caller());
		}

		@Override
		public Call start(FunctionRecorder caller) {
			return this.invocation.another(caller);
		}

		@Override
		public Call invocation() {
			return this.invocation;
		}

	}

}
