package dev.autometrics.benchmarks;

import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.stream.IntStream;

import dev.autometrics.Autometrics;
import org.jspecify.annotations.Nullable;

import org.springframework.asm.ClassWriter;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.Type;

/**
 * The classes of the beans that are called in turn: empty subclasses, with and without an
 * annotation. They are made once in a virtual machine.
 */
final class TurnClasses {

	static final int BEANS = 20;

	static final List<Class<?>> PLAIN = defineAll("PlainTurn", TurnFunctions.class, null);

	static final List<Class<?>> INTERCEPTED = defineAll("InterceptedTurn", TurnFunctions.class, Intercepted.class);

	static final List<Class<?>> HAND_WRITTEN = defineAll("HandWrittenTurn", HandWrittenTurnFunctions.class, null);

	static final List<Class<?>> MEASURED = defineAll("MeasuredTurn", TurnFunctions.class, Autometrics.class);

	private TurnClasses() {
	}

	private static List<Class<?>> defineAll(String prefix, Class<?> parent,
			@Nullable Class<? extends Annotation> annotation) {
		return IntStream.range(0, BEANS)
			.<Class<?>>mapToObj((number) -> define(prefix + number, parent, annotation))
			.toList();
	}

	private static Class<?> define(String simpleName, Class<?> parent,
			@Nullable Class<? extends Annotation> annotation) {
		ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
		String packageName = TurnClasses.class.getPackageName().replace('.', '/');
		String parentName = Type.getInternalName(parent);
		type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, packageName + "/" + simpleName, null,
				parentName, null);
		if (annotation != null) {
			type.visitAnnotation(Type.getDescriptor(annotation), true).visitEnd();
		}
		MethodVisitor constructor = type.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
		constructor.visitCode();
		constructor.visitVarInsn(Opcodes.ALOAD, 0);
		constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, parentName, "<init>", "()V", false);
		constructor.visitInsn(Opcodes.RETURN);
		constructor.visitMaxs(0, 0);
		constructor.visitEnd();
		type.visitEnd();
		try {
			return MethodHandles.lookup().defineClass(type.toByteArray());
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
