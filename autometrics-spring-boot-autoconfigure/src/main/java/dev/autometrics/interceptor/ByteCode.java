package dev.autometrics.interceptor;

import java.io.IOException;
import java.io.InputStream;

import org.jspecify.annotations.Nullable;

import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.util.ClassUtils;

/**
 * The code of classes, where it can be read: not in a native image, and not of classes
 * made at run time or by a compiler that Spring's ASM does not know yet.
 */
final class ByteCode {

	static final int API = SpringAsmInfo.ASM_VERSION;

	private ByteCode() {
	}

	/**
	 * Let a visitor see the code of a class.
	 * @param type the class
	 * @param visitor what sees it
	 * @return whether there was anything to see
	 */
	static boolean visit(Class<?> type, ClassVisitor visitor) {
		ClassReader reader = readerOf(type);
		if (reader == null) {
			return false;
		}
		reader.accept(visitor, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
		return true;
	}

	private static @Nullable ClassReader readerOf(Class<?> type) {
		try (InputStream code = type.getResourceAsStream(ClassUtils.getClassFileName(type))) {
			return (code != null) ? new ClassReader(code) : null;
		}
		catch (IOException | IllegalArgumentException ex) {
			return null;
		}
	}

}
