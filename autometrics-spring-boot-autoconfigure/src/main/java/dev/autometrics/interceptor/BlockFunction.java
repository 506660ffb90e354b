package dev.autometrics.interceptor;

import java.lang.reflect.Method;

import dev.autometrics.AutometricsFunction;
import dev.autometrics.model.InstrumentedFunction;
import org.aopalliance.intercept.Joinpoint;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * A function made of blocks.
 */
final class BlockFunction implements AutometricsFunction {

	private static final Method BLOCK = ClassUtils.getMethod(Block.class, "call");

	private final InstrumentedFunction function;

	private final MeasuredMethods methods;

	private final MeasuredMethod synchronous;

	BlockFunction(InstrumentedFunction function, MeasuredMethods methods) {
		this.function = function;
		this.methods = methods;
		this.synchronous = methods.of(function, BLOCK, Object.class);
	}

	@Override
	@SuppressWarnings({ "unchecked", "NullAway" })
	public <T extends @Nullable Object, X extends Throwable> T call(Block<T, X> block) throws X {
		return (T) invoke(this.synchronous, block);
	}

	@Override
	@SuppressWarnings({ "unchecked", "NullAway" })
	public <T, X extends Throwable> T callAsync(Class<? super T> type, Block<T, X> block) throws X {
		return (T) invoke(this.methods.of(this.function, BLOCK, type), block);
	}

	@SuppressWarnings("unchecked")
	private static <X extends Throwable> @Nullable Object invoke(MeasuredMethod method, Block<?, X> block) throws X {
		try {
			return method.invoke(new BlockJoinpoint(block));
		}
		catch (Throwable ex) {
			// Nothing but what the block throws gets here.
			throw (X) ex;
		}
	}

	private record BlockJoinpoint(Block<?, ?> block) implements Joinpoint {

		@Override
		public @Nullable Object proceed() throws Throwable {
			return this.block.call();
		}

		@Override
		public @Nullable Object getThis() {
			return null;
		}

		@Override
		public Method getStaticPart() {
			return BLOCK;
		}

	}

}
