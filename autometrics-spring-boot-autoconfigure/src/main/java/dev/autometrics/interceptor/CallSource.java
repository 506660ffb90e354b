package dev.autometrics.interceptor;

import dev.autometrics.instrument.Call;
import dev.autometrics.instrument.CallerContext;
import dev.autometrics.instrument.FunctionRecorder;
import dev.autometrics.instrument.ResultRule;
import org.jspecify.annotations.Nullable;

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

	/**
	 * Start a call and end it with a value that is there already.
	 * @param caller who calls, {@code null} if only the invocation can tell
	 * @param value the value
	 * @return who calls
	 */
	abstract @Nullable FunctionRecorder complete(@Nullable FunctionRecorder caller, @Nullable Object value);

	static CallSource ofInvocation(Call call) {
		return new OfInvocation(call);
	}

	static OfSubscriptions ofSubscriptions(FunctionRecorder function, @Nullable FunctionRecorder invoker,
			ResultRule rule, long time) {
		return new OfSubscriptions(function, invoker, rule, time);
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

		@Override
		@Nullable FunctionRecorder complete(@Nullable FunctionRecorder caller, @Nullable Object value) {
			this.call.complete(value);
			return this.call.caller();
		}

	}

	/**
	 * A new call for each subscription. That of the invocation is rarely asked for, so it
	 * is an object only then.
	 */
	static final class OfSubscriptions extends CallSource {

		private final @Nullable FunctionRecorder invoker;

		private final ResultRule rule;

		private final long time;

		private @Nullable Call invocation;

		private boolean takenBack;

		private OfSubscriptions(FunctionRecorder function, @Nullable FunctionRecorder invoker, ResultRule rule,
				long time) {
			super(function);
			this.invoker = invoker;
			this.rule = rule;
			this.time = time;
		}

		@Override
		public Call start() {
			FunctionRecorder current = CallerContext.current();
			return function().call((current != null) ? current : this.invoker, this.rule);
		}

		@Override
		public Call start(FunctionRecorder caller) {
			return function().call(caller, this.rule);
		}

		@Override
		@Nullable FunctionRecorder complete(@Nullable FunctionRecorder current, @Nullable Object value) {
			FunctionRecorder caller = (current != null) ? current : this.invoker;
			long start = function().start();
			function().end(caller, start, this.rule.resultOf(value, null));
			return caller;
		}

		@Override
		public synchronized Call invocation() {
			if (this.invocation == null) {
				this.invocation = function().call(this.invoker, this.rule, function().startedAt(this.time));
				if (this.takenBack) {
					this.invocation.discard();
				}
			}
			return this.invocation;
		}

		// Without a lock: the adapter has returned, and nobody else knows of this yet.
		void takeBackInvocation() {
			this.takenBack = true;
			if (this.invocation != null) {
				this.invocation.discard();
			}
		}

	}

}
