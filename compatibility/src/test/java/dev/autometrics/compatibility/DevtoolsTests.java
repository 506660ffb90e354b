package dev.autometrics.compatibility;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that the developer tools restart with other classes, while the library
 * stays.
 */
class DevtoolsTests {

	private static final String SOURCE = """
			package com.acme;

			@org.springframework.boot.autoconfigure.SpringBootApplication
			@org.springframework.web.bind.annotation.RestController
			@dev.autometrics.Autometrics
			public class Shop {

				public static void main(String[] args) {
					var context = org.springframework.boot.SpringApplication.run(Shop.class, args);
					dev.autometrics.compatibility.RestartWitness.ready(Shop.class,
							context.getEnvironment().getProperty("local.server.port"));
				}

				@org.springframework.web.bind.annotation.GetMapping("/buy")
				@dev.autometrics.Autometrics(errorIf = "#result.isEmpty()")
				public String FUNCTION() {
					return "FUNCTION";
				}

			}
			""";

	@TempDir
	private Path folder;

	@Test
	void functionsAreThoseOfTheNewClassesAndTheOldOnesAreForgotten() throws Exception {
		Path classes = Files.createDirectories(this.folder.resolve("classes"));
		// What the tests need stays in the class loader that is not replaced.
		write("META-INF/spring-devtools.properties", "restart.exclude.tests=.*/target/.*");
		compile("first");
		try (ForkedJvm jvm = ForkedJvm.in(this.folder)
			.classPathStartsWith(classes, devtools())
			.options("-XX:SoftRefLRUPolicyMSPerMB=0")
			.start("com.acme.Shop", "--server.address=127.0.0.1", "--server.port=0", "--spring.main.banner-mode=off",
					"--management.endpoints.web.exposure.include=autometrics,prometheus",
					"--spring.devtools.restart.trigger-file=restart.now", "--spring.devtools.livereload.enabled=false",
					"--autometrics.repository.detect=false")) {
			check(jvm, "first");
			for (String function : List.of("second", "third")) {
				compile(function);
				write("restart.now", function);
				check(jvm, function);
			}
			jvm.await(RestartWitness.COLLECTED);
		}
	}

	// No test has it on its class path. Maven writes this file before it runs them.
	private static Path devtools() throws IOException {
		String classPath = Files.readString(Path.of("target", "class-path.txt")).trim();
		return Stream.of(classPath.split(File.pathSeparator))
			.filter((entry) -> entry.contains("spring-boot-devtools"))
			.map(Path::of)
			.findFirst()
			.orElseThrow();
	}

	private static void check(ForkedJvm jvm, String function) throws Exception {
		ObservedApplication application = new ObservedApplication(jvm.await(RestartWitness.READY));
		assertThat(application.get("/buy")).isEqualTo(function);
		assertThat(application.functions()).extracting((each) -> each.get("id"))
			.containsExactly("com.acme.Shop." + function);
		assertThat(application.calls()).containsExactly("nobody > Shop." + function + " ok 1.0");
	}

	private void write(String path, String text) throws IOException {
		Path file = this.folder.resolve("classes").resolve(path);
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
	}

	private void compile(String function) {
		JavaFileObject source = new SimpleJavaFileObject(URI.create("string:///com/acme/Shop.java"),
				JavaFileObject.Kind.SOURCE) {

			@Override
			public CharSequence getCharContent(boolean ignoreEncodingErrors) {
				return SOURCE.replace("FUNCTION", function);
			}

		};
		List<String> options = List.of("--release", "17", "-proc:none", "-parameters", "-cp", ForkedJvm.classPath(),
				"-d", this.folder.resolve("classes").toString());
		assertThat(
				ToolProvider.getSystemJavaCompiler().getTask(null, null, null, options, null, List.of(source)).call())
			.isTrue();
	}

}
