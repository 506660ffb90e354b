package dev.autometrics.compatibility.situation;

/**
 * The class paths and settings in which the library is tested. The name of a situation is
 * stable, its words are for the documentation.
 */
public enum Situation {

	MVC(SituationGroup.CLASS_PATHS, "Spring MVC on Tomcat, no Reactor", "request handlers and what they call",
			SituationSetup.starter(SituationPart.TOMCAT, SituationPart.JSON, SituationPart.MVC)
				.answers(SituationSetup.PATH)),

	WEBFLUX_NETTY(SituationGroup.CLASS_PATHS, "WebFlux on Netty", "request handlers and what they call",
			SituationSetup
				.starter(SituationPart.REACTOR, SituationPart.JSON, SituationPart.WEBFLUX, SituationPart.NETTY)
				.answers(SituationSetup.PATH)),

	WEBFLUX_TOMCAT(SituationGroup.CLASS_PATHS, "WebFlux on Tomcat", "request handlers and what they call",
			SituationSetup
				.starter(SituationPart.REACTOR, SituationPart.JSON, SituationPart.WEBFLUX, SituationPart.TOMCAT)
				.answers(SituationSetup.PATH)),

	JERSEY(SituationGroup.CLASS_PATHS, "Jersey, no Spring MVC", "resources and what they call",
			SituationSetup.starter(SituationPart.TOMCAT, SituationPart.JERSEY)
				.source("SituationJersey")
				.answers(SituationSetup.PATH)),

	STARTER_ONLY(SituationGroup.CLASS_PATHS,
			"`autometrics-spring-boot-starter` and `spring-boot-starter`, nothing else: no web, no Reactor, no AspectJ",
			"each call", SituationSetup.starter().saysThereIsNoServer()),

	NO_ACTUATOR(SituationGroup.CLASS_PATHS, "no actuator: the library, `micrometer-core` and a registry of yours",
			"each call",
			SituationSetup.of(SituationPart.MICROMETER)
				.source("SituationRegistries$First")
				.records("first")
				.saysThereIsNoActuator()),

	METRICS_ONLY(SituationGroup.CLASS_PATHS, "no actuator: `spring-boot-starter-micrometer-metrics`", "each call",
			"4.0 4.1",
			SituationSetup.of(SituationPart.MICROMETER, SituationPart.METRICS, SituationPart.PROMETHEUS)
				.records("prometheusMeterRegistry")
				.saysThereIsNoActuator()),

	NO_MICROMETER(SituationGroup.CLASS_PATHS, "the library alone, no Micrometer", "nothing; the application starts",
			SituationSetup.of()),

	CONTEXT_PROPAGATION(SituationGroup.CLASS_PATHS, "`context-propagation`, no Reactor", "as without it",
			SituationSetup
				.starter(SituationPart.TOMCAT, SituationPart.JSON, SituationPart.MVC, SituationPart.CONTEXT_PROPAGATION)
				.with("autometrics.callers.propagate=true")
				.answers(SituationSetup.PATH)),

	NO_CONTEXT_PROPAGATION(SituationGroup.CLASS_PATHS,
			"`autometrics.callers.propagate=true` without `context-propagation`",
			"as without the property, and the log says so",
			SituationSetup.starter(SituationPart.TOMCAT, SituationPart.JSON, SituationPart.MVC)
				.with("autometrics.callers.propagate=true")
				.reports("AM-122")
				.answers(SituationSetup.PATH)),

	ASPECTJ(SituationGroup.CLASS_PATHS,
			"AspectJ (`spring-boot-starter-aop`, from 4.0 on `spring-boot-starter-aspectj`), with an aspect on a measured function",
			"each call, once; the aspect is applied as well",
			SituationSetup.starter(SituationPart.ASPECTJ).source("SituationAspect").saysThereIsNoServer()),

	SECURITY(SituationGroup.CLASS_PATHS, "Spring Security", "each call; the endpoint answers 401 without credentials",
			SituationSetup.starter(SituationPart.TOMCAT, SituationPart.JSON, SituationPart.MVC, SituationPart.SECURITY)
				.with("spring.security.user.name=user", "spring.security.user.password=secret")
				.answers(SituationSetup.PATH)),

	NO_REGISTRY(SituationGroup.REGISTRIES, "no registry", "nothing; the log says so",
			SituationSetup.of(SituationPart.MICROMETER).saysThereIsNoActuator().reports("AM-115", "AM-114")),

	SIMPLE_REGISTRY(SituationGroup.REGISTRIES, "Spring Boot Actuator without the registry of a monitoring system",
			"each call",
			SituationSetup
				.of(SituationPart.MICROMETER, SituationPart.METRICS, SituationPart.ACTUATOR, SituationPart.TOMCAT,
						SituationPart.JSON, SituationPart.MVC)
				.with(SituationSetup.SHOWN)
				.records("simpleMeterRegistry")
				.answers(SituationSetup.PATH)),

	COMPOSITE(SituationGroup.REGISTRIES, "Prometheus and a registry of yours, of which Spring Boot makes a composite",
			"each call, in both",
			SituationSetup.starter()
				.source("SituationRegistries$First")
				.records("first", "prometheusMeterRegistry")
				.saysThereIsNoServer()),

	COMPOSITE_AND_PREFERRED(SituationGroup.REGISTRIES, "Prometheus and a registry of yours that is `@Primary`",
			"each call, in both",
			SituationSetup.starter()
				.source("SituationRegistries$Preferred")
				.records("preferred", "prometheusMeterRegistry")
				.saysThereIsNoServer()),

	TWO_REGISTRIES(SituationGroup.REGISTRIES, "two registries of yours, no actuator", "each call, in both",
			SituationSetup.of(SituationPart.MICROMETER)
				.source("SituationRegistries$First")
				.source("SituationRegistries$Second")
				.records("first", "second")
				.saysThereIsNoActuator()),

	TWO_REGISTRIES_ONE_PREFERRED(SituationGroup.REGISTRIES, "two registries of yours, one `@Primary`, no actuator",
			"each call, in both",
			SituationSetup.of(SituationPart.MICROMETER)
				.source("SituationRegistries$First")
				.source("SituationRegistries$Preferred")
				.records("first", "preferred")
				.saysThereIsNoActuator()),

	MANAGEMENT_PORT(SituationGroup.SETTINGS, "`management.server.port`", "the endpoint is there, and the log says so",
			SituationSetup.starter(SituationPart.TOMCAT, SituationPart.JSON, SituationPart.MVC)
				.with("management.server.port=0", "server.servlet.context-path=/shop", "situation.path=/shop")
				.answersAt("http://localhost:{management}", SituationSetup.PATH)),

	MANAGEMENT_PORT_BASE_PATH(SituationGroup.SETTINGS, "`management.server.port` and `management.server.base-path`",
			"the endpoint is there, and the log says so",
			SituationSetup.starter(SituationPart.TOMCAT, SituationPart.JSON, SituationPart.MVC)
				.with("management.server.port=0", "management.server.base-path=/admin")
				.answersAt("http://localhost:{management}", "/admin" + SituationSetup.PATH)),

	MANAGEMENT_PORT_WEBFLUX(SituationGroup.SETTINGS, "`management.server.port` with WebFlux",
			"the endpoint is there, and the log says so",
			SituationSetup
				.starter(SituationPart.REACTOR, SituationPart.JSON, SituationPart.WEBFLUX, SituationPart.NETTY)
				.with("management.server.port=0", "spring.webflux.base-path=/shop", "situation.path=/shop")
				.answersAt("http://localhost:{management}", SituationSetup.PATH)),

	MANAGEMENT_PORT_JERSEY(SituationGroup.SETTINGS, "`management.server.port` with Jersey",
			"the endpoint is there, and the log says so",
			SituationSetup.starter(SituationPart.TOMCAT, SituationPart.JERSEY)
				.source("SituationJersey")
				.with("management.server.port=0", "spring.jersey.application-path=/api", "situation.path=/api")
				.answersAt("http://localhost:{management}", SituationSetup.PATH)),

	NO_MANAGEMENT_PORT(SituationGroup.SETTINGS, "`management.server.port=-1`",
			"each call; the log says that the endpoint is nowhere",
			SituationSetup.starter(SituationPart.TOMCAT, SituationPart.JSON, SituationPart.MVC)
				.with("management.server.port=-1")
				.says("To see them, let management.server.port be a port.")),

	BASE_PATH(SituationGroup.SETTINGS, "`management.endpoints.web.base-path` and `path-mapping`",
			"the endpoint is there, and the log says so",
			SituationSetup.starter(SituationPart.TOMCAT, SituationPart.JSON, SituationPart.MVC)
				.with("management.endpoints.web.base-path=/manage",
						"management.endpoints.web.path-mapping.autometrics=calls")
				.answers("/manage/calls")),

	ROOT_BASE_PATH(SituationGroup.SETTINGS, "`management.endpoints.web.base-path=/`",
			"the endpoint is there, and the log says so",
			SituationSetup.starter(SituationPart.TOMCAT, SituationPart.JSON, SituationPart.MVC)
				.with("management.endpoints.web.base-path=/")
				.answers("/autometrics")),

	CONTEXT_PATH(SituationGroup.SETTINGS, "`server.servlet.context-path`", "the endpoint is there, and the log says so",
			SituationSetup.starter(SituationPart.TOMCAT, SituationPart.JSON, SituationPart.MVC)
				.with("server.servlet.context-path=/shop", "situation.path=/shop")
				.answers("/shop" + SituationSetup.PATH)),

	SERVLET_PATH(SituationGroup.SETTINGS, "`spring.mvc.servlet.path`", "the endpoint is there, and the log says so",
			SituationSetup.starter(SituationPart.TOMCAT, SituationPart.JSON, SituationPart.MVC)
				.with("spring.mvc.servlet.path=/web", "situation.path=/web")
				.answers("/web" + SituationSetup.PATH)),

	WEBFLUX_BASE_PATH(SituationGroup.SETTINGS, "`spring.webflux.base-path`",
			"the endpoint is there, and the log says so",
			SituationSetup
				.starter(SituationPart.REACTOR, SituationPart.JSON, SituationPart.WEBFLUX, SituationPart.NETTY)
				.with("spring.webflux.base-path=/shop", "situation.path=/shop")
				.answers("/shop" + SituationSetup.PATH)),

	JERSEY_PATH(SituationGroup.SETTINGS, "`spring.jersey.application-path`",
			"the endpoint is there, and the log says so",
			SituationSetup.starter(SituationPart.TOMCAT, SituationPart.JERSEY)
				.source("SituationJersey")
				.with("spring.jersey.application-path=/api", "situation.path=/api")
				.answers("/api" + SituationSetup.PATH)),

	JERSEY_PATH_IN_CODE(SituationGroup.SETTINGS, "`@ApplicationPath` with Jersey",
			"the endpoint is there, and the log says so",
			SituationSetup.starter(SituationPart.TOMCAT, SituationPart.JERSEY)
				.source("SituationResources")
				.with("situation.path=/api")
				.answers("/api" + SituationSetup.PATH)),

	SSL(SituationGroup.SETTINGS, "`server.ssl`", "the endpoint is there, and the log says so",
			SituationSetup.starter(SituationPart.TOMCAT, SituationPart.JSON, SituationPart.MVC)
				.with(SituationKeys.properties("server"))
				.with("situation.scheme.server=https", "situation.scheme.management=https")
				.answersAt("https://localhost:{port}", SituationSetup.PATH)),

	SSL_AND_MANAGEMENT_PORT(SituationGroup.SETTINGS, "`server.ssl` and `management.server.port`",
			"the endpoint is there with TLS, and the log says so",
			SituationSetup.starter(SituationPart.TOMCAT, SituationPart.JSON, SituationPart.MVC)
				.with(SituationKeys.properties("server"))
				.with("management.server.port=0", "situation.scheme.server=https", "situation.scheme.management=https")
				.answersAt("https://localhost:{management}", SituationSetup.PATH)),

	SSL_NOT_FOR_MANAGEMENT(SituationGroup.SETTINGS, "`server.ssl` and `management.server.ssl.enabled=false`",
			"the endpoint is there without TLS, and the log says so",
			SituationSetup.starter(SituationPart.TOMCAT, SituationPart.JSON, SituationPart.MVC)
				.with(SituationKeys.properties("server"))
				.with("management.server.port=0", "management.server.ssl.enabled=false",
						"situation.scheme.server=https")
				.answersAt("http://localhost:{management}", SituationSetup.PATH)),

	NOT_EXPOSED(SituationGroup.SETTINGS, "endpoint not exposed", "each call; the log says what to expose",
			SituationSetup
				.of(SituationPart.MICROMETER, SituationPart.METRICS, SituationPart.PROMETHEUS, SituationPart.ACTUATOR,
						SituationPart.TOMCAT, SituationPart.JSON, SituationPart.MVC)
				.records("prometheusMeterRegistry")
				.says("To see them, let management.endpoints.web.exposure.include name 'autometrics'.")),

	LAZY(SituationGroup.SETTINGS, "`spring.main.lazy-initialization=true`", "each call",
			SituationSetup.starter(SituationPart.TOMCAT, SituationPart.JSON, SituationPart.MVC)
				.with("spring.main.lazy-initialization=true")
				.answers(SituationSetup.PATH)),

	AOP_AUTO_OFF(SituationGroup.SETTINGS, "`spring.aop.auto=false`", "each call",
			SituationSetup.starter(SituationPart.ASPECTJ).with("spring.aop.auto=false").saysThereIsNoServer()),

	WEB_APPLICATION_TYPE_NONE(SituationGroup.SETTINGS, "`spring.main.web-application-type=none` with Spring MVC there",
			"each call",
			SituationSetup.starter(SituationPart.TOMCAT, SituationPart.JSON, SituationPart.MVC)
				.with("spring.main.web-application-type=none")
				.saysThereIsNoServer());

	private final SituationGroup group;

	private final String subject;

	private final String measured;

	private final String lines;

	// It copies what it is given.
	@SuppressWarnings("ImmutableEnumChecker")
	private final SituationSetup setup;

	Situation(SituationGroup group, String subject, String measured, SituationSetup setup) {
		this(group, subject, measured, "3.5 4.0 4.1", setup);
	}

	Situation(SituationGroup group, String subject, String measured, String lines, SituationSetup setup) {
		this.group = group;
		this.subject = subject;
		this.measured = measured;
		this.lines = lines;
		this.setup = setup;
	}

	/**
	 * Return what it has in common with others.
	 * @return the group
	 */
	public SituationGroup group() {
		return this.group;
	}

	/**
	 * Return its row of the table in {@code docs/compatibility.md}.
	 * @return the line
	 */
	public String text() {
		return "| %s | %s | %s | %s | %s |".formatted(this.subject, mark("3.5"), mark("4.0"), mark("4.1"),
				this.measured);
	}

	private String mark(String line) {
		return isOn(line) ? "yes" : "-";
	}

	SituationSetup setup() {
		return this.setup;
	}

	/**
	 * Return whether there is such a situation on a line of Spring Boot.
	 * @param line the line, such as {@code 3.5}
	 * @return {@code true} unless the line lacks something
	 */
	public boolean isOn(String line) {
		return this.lines.contains(line);
	}

}
