package dev.autometrics.interceptor;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CompletionAdapters}.
 */
class CompletionAdaptersTests {

	private static final String REGISTRAR_OF_REACTOR = "org.springframework.core.ReactiveAdapterRegistry$ReactorRegistrar";

	@Test
	void makingThemDoesNotStartReactor() throws Exception {
		try (FreshClassLoader classLoader = new FreshClassLoader()) {
			Class<?> adapters = classLoader.loadClass(CompletionAdapters.class.getName());

			adapters.getConstructor().newInstance();

			assertThat(ClassUtils.isPresent(REGISTRAR_OF_REACTOR, null)).isTrue();
			assertThat(classLoader.hasLoaded(PublisherAdapter.class.getName())).isTrue();
			assertThat(classLoader.hasLoaded(REGISTRAR_OF_REACTOR)).isFalse();
		}
	}

	private static final class FreshClassLoader extends URLClassLoader {

		FreshClassLoader() throws IOException {
			super(classPath(), ClassLoader.getPlatformClassLoader());
		}

		private static URL[] classPath() throws IOException {
			List<URL> urls = new ArrayList<>();
			for (String entry : StringUtils.delimitedListToStringArray(System.getProperty("java.class.path"),
					File.pathSeparator)) {
				urls.add(new File(entry).toURI().toURL());
			}
			return urls.toArray(URL[]::new);
		}

		boolean hasLoaded(String className) {
			return findLoadedClass(className) != null;
		}

	}

}
