package dev.autometrics.compatibility;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.autometrics.Autometrics;
import dev.autometrics.compatibility.clinic.ClinicApplication;
import org.jspecify.annotations.Nullable;

import org.springframework.asm.AnnotationVisitor;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.ClassWriter;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.asm.Type;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where {@link Autometrics} stands in the clinic. Its class files are copied and changed,
 * so that one application is marked in three ways.
 */
enum ClinicMarks {

	/**
	 * On methods, as they are written.
	 */
	ON_METHODS,

	/**
	 * On every controller, service and repository, and on no method.
	 */
	ON_CLASSES,

	/**
	 * Nowhere.
	 */
	NOWHERE;

	private static final String MARK = Type.getDescriptor(Autometrics.class);

	private static final Set<String> STEREOTYPES = Set.of(Type.getDescriptor(Controller.class),
			Type.getDescriptor(RestController.class), Type.getDescriptor(Service.class),
			Type.getDescriptor(Repository.class));

	private static final String PACKAGE = ClinicApplication.class.getPackageName();

	private static final String FOLDER = PACKAGE.replace('.', '/');

	/**
	 * Copy the application.
	 * @param target an empty folder
	 * @return a class loader that has the copy instead of the original
	 * @throws IOException if the folder cannot be written
	 */
	URLClassLoader copyTo(Path target) throws IOException {
		Path folder = Files.createDirectories(target.resolve(FOLDER));
		for (Path file : written()) {
			Files.write(folder.resolve(file.getFileName()), changed(Files.readAllBytes(file)));
		}
		return new CopyClassLoader(target.toUri().toURL());
	}

	private static List<Path> written() throws IOException {
		URI root = URI.create(ClinicApplication.class.getProtectionDomain().getCodeSource().getLocation().toString());
		try (Stream<Path> files = Files.list(Path.of(root).resolve(FOLDER))) {
			return files.toList();
		}
	}

	private byte[] changed(byte[] code) {
		if (this == ON_METHODS) {
			return code;
		}
		ClassWriter writer = new ClassWriter(0);
		new ClassReader(code).accept(new Marking(writer, this == ON_CLASSES), 0);
		return writer.toByteArray();
	}

	/**
	 * Takes the marks off methods, and puts them on classes where that is wanted.
	 */
	private static final class Marking extends ClassVisitor {

		private final boolean classes;

		Marking(ClassVisitor next, boolean classes) {
			super(SpringAsmInfo.ASM_VERSION, next);
			this.classes = classes;
		}

		@Override
		public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
			if (this.classes && STEREOTYPES.contains(descriptor)) {
				super.visitAnnotation(MARK, true).visitEnd();
			}
			return super.visitAnnotation(descriptor, visible);
		}

		@Override
		public MethodVisitor visitMethod(int access, String name, String descriptor, @Nullable String signature,
				String @Nullable [] exceptions) {
			return new MethodVisitor(this.api, super.visitMethod(access, name, descriptor, signature, exceptions)) {

				@Override
				public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
					return annotation.equals(MARK) ? null : super.visitAnnotation(annotation, visible);
				}

			};
		}

	}

	/**
	 * Has classes of its own of one package.
	 */
	private static final class CopyClassLoader extends URLClassLoader {

		CopyClassLoader(URL copy) {
			super(new URL[] { copy }, ClinicMarks.class.getClassLoader());
		}

		@Override
		protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
			synchronized (getClassLoadingLock(name)) {
				if (!name.startsWith(PACKAGE + ".") || findLoadedClass(name) != null) {
					return super.loadClass(name, resolve);
				}
				return findClass(name);
			}
		}

		@Override
		public @Nullable URL getResource(String name) {
			return name.startsWith(FOLDER) ? findResource(name) : super.getResource(name);
		}

		@Override
		public Enumeration<URL> getResources(String name) throws IOException {
			return name.startsWith(FOLDER) ? findResources(name) : super.getResources(name);
		}

	}

}
