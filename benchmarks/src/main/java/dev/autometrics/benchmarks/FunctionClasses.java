package dev.autometrics.benchmarks;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.stream.IntStream;

import dev.autometrics.Autometrics;
import dev.autometrics.model.FunctionId;

import org.springframework.asm.ClassWriter;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.Type;

/**
 * The classes of a large application: each has a few functions that return their
 * argument. They are made when they are asked for, once in a virtual machine.
 */
final class FunctionClasses {

	static final int CLASSES = 100;

	static final List<String> FUNCTIONS = List.of("create", "find", "change", "remove", "count");

	private FunctionClasses() {
	}

	/**
	 * Return classes with {@link Autometrics} on the type.
	 * @return the classes, the same ones every time
	 */
	static List<Class<?>> annotated() {
		return Annotated.CLASSES;
	}

	/**
	 * Return classes that have nothing to do with the library.
	 * @return the classes, the same ones every time
	 */
	static List<Class<?>> bare() {
		return Bare.CLASSES;
	}

	/**
	 * Return what the functions of the annotated classes are known as.
	 * @return the identities
	 */
	static List<FunctionId> ids() {
		return annotated().stream()
			.flatMap((type) -> FUNCTIONS.stream().map((function) -> new FunctionId(type.getName(), function)))
			.toList();
	}

	private static List<Class<?>> defineAll(String prefix, boolean annotated) {
		return IntStream.range(0, CLASSES).<Class<?>>mapToObj((number) -> define(prefix + number, annotated)).toList();
	}

	private static Class<?> define(String simpleName, boolean annotated) {
		try {
			return MethodHandles.lookup().defineClass(bytes(simpleName, annotated));
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] bytes(String simpleName, boolean annotated) {
		ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
		String packageName = FunctionClasses.class.getPackageName().replace('.', '/');
		type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, packageName + "/" + simpleName, null,
				Type.getInternalName(Object.class), null);
		if (annotated) {
			type.visitAnnotation(Type.getDescriptor(Autometrics.class), true).visitEnd();
		}
		MethodVisitor constructor = start(type, "<init>", "()V");
		constructor.visitVarInsn(Opcodes.ALOAD, 0);
		constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, Type.getInternalName(Object.class), "<init>", "()V", false);
		end(constructor, Opcodes.RETURN);
		for (String function : FUNCTIONS) {
			MethodVisitor method = start(type, function, "(Ljava/lang/String;)Ljava/lang/String;");
			method.visitVarInsn(Opcodes.ALOAD, 1);
			end(method, Opcodes.ARETURN);
		}
		type.visitEnd();
		return type.toByteArray();
	}

	private static MethodVisitor start(ClassWriter type, String name, String descriptor) {
		MethodVisitor method = type.visitMethod(Opcodes.ACC_PUBLIC, name, descriptor, null, null);
		method.visitCode();
		return method;
	}

	private static void end(MethodVisitor method, int returnInstruction) {
		method.visitInsn(returnInstruction);
		method.visitMaxs(0, 0);
		method.visitEnd();
	}

	private static final class Annotated {

		static final List<Class<?>> CLASSES = defineAll("AnnotatedFunctions", true);

	}

	private static final class Bare {

		static final List<Class<?>> CLASSES = defineAll("BareFunctions", false);

	}

}
