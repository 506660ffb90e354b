package dev.autometrics.interceptor;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.Type;
import org.springframework.util.ClassUtils;

/**
 * Final methods of classes. A subclass that is a proxy does not override them, so they
 * run on the proxy itself, whose fields were never set.
 */
final class FinalMethods {

	private static final String FRAMEWORK = "org.springframework.";

	private FinalMethods() {
	}

	/**
	 * Return a method that does not work any more once there is a proxy.
	 * <p>
	 * Base classes of Spring have final setters and getters for subclasses to use, and
	 * work behind proxies; of them only what others call through an interface counts.
	 * @param type the class of a bean
	 * @return a final method that uses fields, {@code null} if there is none
	 */
	static @Nullable Method brokenByProxy(Class<?> type) {
		for (Class<?> declaring = type; declaring != null
				&& declaring != Object.class; declaring = declaring.getSuperclass()) {
			Method broken = brokenIn(declaring, type);
			if (broken != null) {
				return broken;
			}
		}
		return null;
	}

	private static @Nullable Method brokenIn(Class<?> declaring, Class<?> type) {
		Method[] candidates = Arrays.stream(declaring.getDeclaredMethods())
			.filter((method) -> isFinal(method)
					&& (!declaring.getName().startsWith(FRAMEWORK) || isCalledThroughInterface(method, type)))
			.toArray(Method[]::new);
		if (candidates.length == 0) {
			return null;
		}
		FieldUsers users = new FieldUsers();
		ByteCode.visit(declaring, users);
		return Arrays.stream(candidates).filter(users::include).findFirst().orElse(null);
	}

	private static boolean isFinal(Method method) {
		int modifiers = method.getModifiers();
		return Modifier.isFinal(modifiers) && (modifiers & (Modifier.PRIVATE | Modifier.STATIC)) == 0
				&& !method.isSynthetic();
	}

	// The callbacks of Spring's container are made on the bean, before there is a proxy.
	private static boolean isCalledThroughInterface(Method method, Class<?> type) {
		return Arrays.stream(ClassUtils.getAllInterfacesForClass(type))
			.filter((candidate) -> !candidate.getName().startsWith("org.springframework.beans.factory.")
					&& !candidate.getSimpleName().endsWith("Aware"))
			.anyMatch((candidate) -> ClassUtils.hasMethod(candidate, method.getName(), method.getParameterTypes()));
	}

	/**
	 * Finds the methods of a class that use its fields, themselves or through its private
	 * methods, or may do so in a lambda.
	 */
	private static final class FieldUsers extends ClassVisitor {

		private final Set<String> users = new HashSet<>();

		private final Set<String> privateMethods = new HashSet<>();

		private final Map<String, Set<String>> calls = new HashMap<>();

		private String type = "";

		FieldUsers() {
			super(ByteCode.API);
		}

		boolean include(Method method) {
			return isUser(method.getName() + Type.getMethodDescriptor(method), new HashSet<>());
		}

		private boolean isUser(String method, Set<String> seen) {
			return this.users.contains(method) || (seen.add(method) && this.calls.getOrDefault(method, Set.of())
				.stream()
				.anyMatch((called) -> this.privateMethods.contains(called) && isUser(called, seen)));
		}

		@Override
		public void visit(int version, int access, String name, @Nullable String signature, @Nullable String superName,
				String @Nullable [] interfaces) {
			this.type = name;
		}

		@Override
		public MethodVisitor visitMethod(int access, String name, String descriptor, @Nullable String signature,
				String @Nullable [] exceptions) {
			String method = name + descriptor;
			if ((access & Opcodes.ACC_PRIVATE) != 0) {
				this.privateMethods.add(method);
			}
			return new MethodVisitor(ByteCode.API) {

				@Override
				public void visitFieldInsn(int opcode, String owner, String field, String type) {
					if (opcode == Opcodes.GETFIELD || opcode == Opcodes.PUTFIELD) {
						FieldUsers.this.users.add(method);
					}
				}

				@Override
				public void visitMethodInsn(int opcode, String owner, String called, String type, boolean ofInterface) {
					if (owner.equals(FieldUsers.this.type)) {
						FieldUsers.this.calls.computeIfAbsent(method, (key) -> new HashSet<>()).add(called + type);
					}
				}

				@Override
				public void visitInvokeDynamicInsn(String lambda, String type, Handle bootstrap, Object... arguments) {
					FieldUsers.this.users.add(method);
				}

			};
		}

	}

}
