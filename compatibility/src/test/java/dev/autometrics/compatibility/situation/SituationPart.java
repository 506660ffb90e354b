package dev.autometrics.compatibility.situation;

import java.util.List;

import org.springframework.boot.SpringBootVersion;

/**
 * A part of a class path: the artifacts that Maven brings along with a starter, on all
 * lines. Those that a line does not have are left out there.
 */
enum SituationPart {

	LIBRARY("autometrics-spring-boot-autoconfigure"),

	BOOT("spring-boot", "spring-boot-autoconfigure", "spring-boot-starter", "spring-boot-starter-logging",
			"spring-core", "spring-beans", "spring-context", "spring-aop", "spring-expression", "spring-jcl",
			"commons-logging", "micrometer-commons", "micrometer-observation", "logback-classic", "logback-core",
			"slf4j-api", "log4j-to-slf4j", "log4j-api", "jul-to-slf4j", "snakeyaml", "jakarta.annotation-api",
			"4:jspecify"),

	MICROMETER("micrometer-core", "HdrHistogram", "LatencyUtils"),

	METRICS("spring-boot-starter-micrometer-metrics", "spring-boot-micrometer-metrics",
			"spring-boot-micrometer-observation"),

	PROMETHEUS("micrometer-registry-prometheus", "prometheus-metrics-*"),

	ACTUATOR("spring-boot-starter-actuator", "spring-boot-actuator", "spring-boot-actuator-autoconfigure",
			"spring-boot-health", "micrometer-jakarta9", "3:jackson-annotations", "3:jackson-core",
			"3:jackson-databind", "3:jackson-datatype-jsr310"),

	TOMCAT("spring-boot-starter-tomcat", "spring-boot-starter-tomcat-runtime", "spring-boot-tomcat",
			"spring-boot-servlet", "spring-boot-web-server", "tomcat-embed-core", "tomcat-embed-el",
			"tomcat-embed-websocket", "spring-web"),

	JSON("3:spring-boot-starter-json", "3:jackson-datatype-jdk8", "3:jackson-module-parameter-names",
			"4:spring-boot-jackson", "4:spring-boot-starter-jackson", "4:jackson-annotations", "4:tools.jackson-core",
			"4:tools.jackson-databind"),

	MVC("spring-boot-starter-web", "spring-boot-starter-webmvc", "spring-boot-webmvc", "spring-webmvc",
			"spring-boot-http-converter"),

	REACTOR("reactor-core", "reactive-streams", "spring-boot-reactor"),

	WEBFLUX("spring-boot-starter-webflux", "spring-boot-webflux", "spring-boot-http-codec", "spring-boot-web-server",
			"spring-web", "spring-webflux"),

	NETTY("spring-boot-starter-reactor-netty", "spring-boot-reactor-netty", "spring-boot-netty", "reactor-netty-core",
			"reactor-netty-http", "netty-*"),

	JERSEY("spring-boot-starter-jersey", "3:spring-boot-starter-json", "spring-boot-jersey", "spring-boot-jackson2",
			"jersey-*", "hk2*", "aopalliance-repackaged", "asm-commons", "class-model", "jackson-annotations",
			"jackson-core", "jackson-databind", "jackson-datatype-jdk8", "jackson-datatype-jsr310",
			"jackson-module-jakarta-xmlbind-annotations", "jackson-module-parameter-names", "jakarta.activation-api",
			"jakarta.inject-api", "jakarta.validation-api", "jakarta.ws.rs-api", "jakarta.xml.bind-api", "javassist",
			"osgi-resource-locator", "spring-bridge"),

	CONTEXT_PROPAGATION("context-propagation"),

	TRACING("micrometer-tracing", "spring-boot-micrometer-tracing", "aopalliance"),

	BRAVE("micrometer-tracing-bridge-brave", "spring-boot-micrometer-tracing-brave", "brave", "brave-*"),

	OPENTELEMETRY_API("opentelemetry-api", "opentelemetry-context", "opentelemetry-common"),

	OPENTELEMETRY("micrometer-tracing-bridge-otel", "spring-boot-micrometer-tracing-opentelemetry",
			"spring-boot-opentelemetry", "opentelemetry-*"),

	OTLP("micrometer-registry-otlp", "spring-boot-opentelemetry", "opentelemetry-proto", "protobuf-java"),

	ASPECTJ("spring-boot-starter-aop", "spring-boot-starter-aspectj", "aspectjweaver"),

	SECURITY("spring-boot-starter-security", "spring-boot-security", "spring-security-*");

	// It is a copy.
	@SuppressWarnings("ImmutableEnumChecker")
	private final List<String> artifacts;

	SituationPart(String... artifacts) {
		this.artifacts = List.of(artifacts);
	}

	boolean has(String artifact) {
		return this.artifacts.stream().anyMatch((pattern) -> matches(pattern, artifact));
	}

	// A digit in front says on which Spring Boot a starter brings the artifact.
	private static boolean matches(String pattern, String artifact) {
		int colon = pattern.indexOf(':');
		if (colon > 0 && !SpringBootVersion.getVersion().startsWith(pattern.substring(0, colon) + ".")) {
			return false;
		}
		String name = pattern.substring(colon + 1);
		return name.endsWith("*") ? artifact.startsWith(name.substring(0, name.length() - 1)) : artifact.equals(name);
	}

}
