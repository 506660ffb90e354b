package dev.autometrics.compatibility;

import java.io.IOException;
import java.io.InputStream;

/**
 * A class loader that has classes of its own of some packages, as that of a deployed
 * application has.
 */
final class ChildFirstClassLoader extends ClassLoader {

	private final String[] packages;

	/**
	 * Create a class loader.
	 * @param packages how the names of the classes start that are loaded anew
	 */
	ChildFirstClassLoader(String... packages) {
		super(ChildFirstClassLoader.class.getClassLoader());
		this.packages = packages.clone();
	}

	@Override
	protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
		synchronized (getClassLoadingLock(name)) {
			Class<?> known = findLoadedClass(name);
			if (known != null) {
				return known;
			}
			return isOwn(name) ? define(name) : super.loadClass(name, resolve);
		}
	}

	private boolean isOwn(String name) {
		for (String start : this.packages) {
			if (name.startsWith(start)) {
				return true;
			}
		}
		return false;
	}

	private Class<?> define(String name) throws ClassNotFoundException {
		try (InputStream stream = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
			if (stream == null) {
				throw new ClassNotFoundException(name);
			}
			byte[] bytes = stream.readAllBytes();
			return defineClass(name, bytes, 0, bytes.length);
		}
		catch (IOException ex) {
			throw new ClassNotFoundException(name, ex);
		}
	}

}
