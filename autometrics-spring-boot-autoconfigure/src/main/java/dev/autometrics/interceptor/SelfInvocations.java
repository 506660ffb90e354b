package dev.autometrics.interceptor;

import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.Type;

/**
 * Calls that a class makes of its own methods, as its code tells: they do not pass the
 * proxy.
 * <p>
 * What object a method is called on is not worked out. Where a method has nothing of its
 * own type at hand but {@code this}, a call of its own type is one on {@code this}; where
 * it has, as with a proxy of itself that was injected, nothing is claimed.
 */
final class SelfInvocations {

	private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+)\\$\\d+");

	private final SortedMap<String, SortedSet<String>> callers = new TreeMap<>();

	private final Set<String> types = new HashSet<>();

	/**
	 * Read the code of a class and of its superclasses.
	 * @param type the class
	 */
	SelfInvocations(Class<?> type) {
		for (Class<?> owner = type; owner != null && owner != Object.class; owner = owner.getSuperclass()) {
			this.types.add(Type.getInternalName(owner));
		}
		for (Class<?> owner = type; owner != null && owner != Object.class; owner = owner.getSuperclass()) {
			ByteCode.visit(owner, new OwnCalls());
		}
	}

	/**
	 * Return the methods that call a method on {@code this}.
	 * @param method a method of the class
	 * @return their names, in order
	 */
	SortedSet<String> callersOf(Method method) {
		return this.callers.getOrDefault(method.getName() + Type.getMethodDescriptor(method), new TreeSet<>());
	}

	private final class OwnCalls extends ClassVisitor {

		OwnCalls() {
			super(ByteCode.API);
		}

		@Override
		public @Nullable MethodVisitor visitMethod(int access, String name, String descriptor,
				@Nullable String signature, String @Nullable [] exceptions) {
			boolean generated = (access & Opcodes.ACC_BRIDGE) != 0;
			return (generated || (access & Opcodes.ACC_STATIC) != 0) ? null : new MethodCalls(name, descriptor);
		}

	}

	private final class MethodCalls extends MethodVisitor {

		private final Set<String> called = new HashSet<>();

		private final String name;

		private boolean othersAtHand;

		MethodCalls(String name, String descriptor) {
			super(ByteCode.API);
			this.name = name;
			for (Type parameter : Type.getArgumentTypes(descriptor)) {
				notice(parameter);
			}
		}

		private void notice(Type type) {
			this.othersAtHand |= type.getSort() == Type.OBJECT
					&& SelfInvocations.this.types.contains(type.getInternalName());
		}

		@Override
		public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
			notice(Type.getType(descriptor));
		}

		@Override
		public void visitTypeInsn(int opcode, String type) {
			notice(Type.getObjectType(type));
		}

		@Override
		public void visitMethodInsn(int opcode, String owner, String method, String descriptor, boolean ofInterface) {
			notice(Type.getReturnType(descriptor));
			if (opcode == Opcodes.INVOKEVIRTUAL && SelfInvocations.this.types.contains(owner)) {
				this.called.add(method + descriptor);
			}
		}

		@Override
		public void visitInvokeDynamicInsn(String lambda, String descriptor, Handle bootstrap, Object... arguments) {
			boolean bound = Type.getArgumentTypes(descriptor).length > 0;
			for (Object argument : arguments) {
				if (bound && argument instanceof Handle handle
						&& SelfInvocations.this.types.contains(handle.getOwner())) {
					this.called.add(handle.getName() + handle.getDesc());
				}
			}
		}

		@Override
		public void visitEnd() {
			if (!this.othersAtHand) {
				this.called
					.forEach((method) -> SelfInvocations.this.callers.computeIfAbsent(method, (key) -> new TreeSet<>())
						.add(nameInSource()));
			}
		}

		// The code of a lambda is in a method named lambda$place$0, or lambda$new$0 where
		// it
		// is in a constructor.
		private String nameInSource() {
			Matcher lambda = LAMBDA.matcher(this.name);
			String name = lambda.matches() ? lambda.group(1) : this.name;
			return (name.equals("<init>") || name.equals("new")) ? "its constructor" : name;
		}

	}

}
