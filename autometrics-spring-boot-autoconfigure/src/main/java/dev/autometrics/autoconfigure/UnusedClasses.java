package dev.autometrics.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.autometrics.Autometrics;
import dev.autometrics.problems.Problem;
import dev.autometrics.problems.ProblemCode;
import dev.autometrics.problems.Problems;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;
import org.springframework.util.ClassUtils;

/**
 * Looks for classes of the application that are marked and that no bean is of: what makes
 * them is {@code new}, and nothing of it is measured.
 * <p>
 * A class that Spring would find or that depends on a condition is a bean in another
 * configuration of the application, so it is none of them. Nor is one that is named by
 * the methods of a configuration of which some depend on a condition, or make beans that
 * need not exist yet. Most files are not parsed: a class is marked only if it names the
 * annotation.
 */
final class UnusedClasses {

	private static final Log logger = LogFactory.getLog(UnusedClasses.class);

	private static final String COMPONENT = "org.springframework.stereotype.Component";

	private static final String CONDITIONAL = "org.springframework.context.annotation.Conditional";

	private static final String BEAN = "org.springframework.context.annotation.Bean";

	// With them there may be no bean, or none yet.
	private static final List<String> OPEN = List.of(CONDITIONAL, "org.springframework.context.annotation.Lazy",
			"org.springframework.context.annotation.Scope");

	private final PathMatchingResourcePatternResolver resolver;

	private final MetadataReaderFactory metadata;

	private final Class<?> application;

	private final Problems problems;

	/**
	 * Create a search.
	 * @param application a class of the application: what lies beside it is looked at
	 * @param problems where problems are reported
	 */
	UnusedClasses(Class<?> application, Problems problems) {
		this.resolver = new PathMatchingResourcePatternResolver(application.getClassLoader());
		this.metadata = new SimpleMetadataReaderFactory(application.getClassLoader());
		this.application = application;
		this.problems = problems;
	}

	/**
	 * Look for marked classes.
	 * @param packages the packages of the application
	 * @param ofBeans the classes of its beans
	 */
	void inspect(List<String> packages, Set<Class<?>> ofBeans) {
		Set<String> used = ofBeans.stream()
			.flatMap((type) -> Arrays.stream(superclasses(type)))
			.map(Class::getName)
			.collect(Collectors.toSet());
		try {
			List<Resource> resources = resources(packages);
			for (MetadataReader type : marked(resources)) {
				String name = type.getClassMetadata().getClassName();
				if (!used.contains(name) && isMeant(type.getAnnotationMetadata())
						&& !isMadeElsewhere(name, resources)) {
					report(name);
				}
			}
		}
		catch (IOException ex) {
			logger.debug("The classes of the application cannot be read", ex);
		}
	}

	private static Class<?>[] superclasses(Class<?> type) {
		List<Class<?>> types = new ArrayList<>();
		for (Class<?> current = type; current != null; current = current.getSuperclass()) {
			types.add(current);
		}
		return types.toArray(Class<?>[]::new);
	}

	private static boolean isMeant(AnnotationMetadata type) {
		return type.isConcrete() && !type.isAnnotation() && !type.isAnnotated(COMPONENT)
				&& !type.isAnnotated(CONDITIONAL) && (type.isAnnotated(Autometrics.class.getName())
						|| type.hasAnnotatedMethods(Autometrics.class.getName()));
	}

	private void report(String className) {
		this.problems.report(new Problem(ProblemCode.CLASS_IS_NO_BEAN, className,
				"It is marked with @Autometrics, and no bean of the application is of this class.",
				"Let Spring create its objects, or measure with AutometricsTemplate."));
	}

	// No bean of today, and may be one in another profile or later.
	private boolean isMadeElsewhere(String className, List<Resource> resources) throws IOException {
		for (Resource resource : resources) {
			String code = codeOf(resource);
			if (code.contains(descriptor(BEAN)) && code.contains(constant(className.replace('.', '/')))
					&& isOpen(this.metadata.getMetadataReader(resource).getAnnotationMetadata())) {
				return true;
			}
		}
		return false;
	}

	private static boolean isOpen(AnnotationMetadata configuration) {
		return configuration.isAnnotated(CONDITIONAL) || configuration.getAnnotatedMethods(BEAN)
			.stream()
			.anyMatch((method) -> OPEN.stream().anyMatch(method::isAnnotated));
	}

	// As it is in a class file, so that no longer name is mistaken for it.
	private static String constant(String name) {
		return "" + (char) 1 + (char) (name.length() >> 8) + (char) (name.length() & 0xFF) + name;
	}

	private List<MetadataReader> marked(List<Resource> resources) throws IOException {
		Set<String> annotations = new HashSet<>(Set.of(descriptor(Autometrics.class.getName())));
		List<MetadataReader> found = new ArrayList<>();
		Set<Resource> parsed = new HashSet<>();
		int known;
		do {
			known = annotations.size();
			for (Resource resource : resources) {
				if (!parsed.contains(resource) && names(resource, annotations)) {
					parsed.add(resource);
					MetadataReader type = this.metadata.getMetadataReader(resource);
					found.add(type);
					if (type.getClassMetadata().isAnnotation()) {
						annotations.add(descriptor(type.getClassMetadata().getClassName()));
					}
				}
			}
		}
		while (annotations.size() > known);
		return found;
	}

	private static String descriptor(String className) {
		return "L" + className.replace('.', '/') + ";";
	}

	private List<Resource> resources(List<String> packages) throws IOException {
		List<Resource> resources = new ArrayList<>();
		for (String name : packages) {
			String path = ClassUtils.convertClassNameToResourcePath(name);
			for (Resource resource : this.resolver.getResources("classpath*:" + path + "/**/*.class")) {
				if (isBesideApplication(resource)) {
					resources.add(resource);
				}
			}
		}
		return resources;
	}

	// Tests of the application are in the same packages, and so are its other modules.
	private boolean isBesideApplication(Resource resource) throws IOException {
		CodeSource source = this.application.getProtectionDomain().getCodeSource();
		return source != null && source.getLocation() != null
				&& resource.getURL().toString().contains(source.getLocation().getPath());
	}

	private static boolean names(Resource resource, Set<String> annotations) throws IOException {
		String code = codeOf(resource);
		return annotations.stream().anyMatch(code::contains);
	}

	private static String codeOf(Resource resource) throws IOException {
		return new String(resource.getContentAsByteArray(), StandardCharsets.ISO_8859_1);
	}

}
