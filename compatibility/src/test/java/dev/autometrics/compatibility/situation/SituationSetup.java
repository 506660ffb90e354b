package dev.autometrics.compatibility.situation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an application is made of, and what is expected of it.
 *
 * @param parts what is on the class path
 * @param sources names of further configuration classes
 * @param properties properties of the application
 * @param expected what it is expected to say
 */
record SituationSetup(Set<SituationPart> parts, List<String> sources, List<String> properties, Expected expected) {

	static final String SHOWN = "management.endpoints.web.exposure.include=autometrics";

	static final String PATH = "/actuator/autometrics";

	private static final String PACKAGE = SituationSetup.class.getPackageName();

	SituationSetup {
		parts = Set.copyOf(parts);
		sources = List.copyOf(sources);
		properties = List.copyOf(properties);
	}

	/**
	 * An application that depends on the starter and something else.
	 * @param others what else is on the class path
	 * @return the setup
	 */
	static SituationSetup starter(SituationPart... others) {
		return of(SituationPart.MICROMETER, SituationPart.METRICS, SituationPart.PROMETHEUS, SituationPart.ACTUATOR)
			.and(others)
			.records("prometheusMeterRegistry")
			.with(SHOWN);
	}

	/**
	 * An application that depends on Spring Boot and the library, and something else.
	 * @param others what else is on the class path
	 * @return the setup
	 */
	static SituationSetup of(SituationPart... others) {
		return new SituationSetup(EnumSet.of(SituationPart.LIBRARY, SituationPart.BOOT), List.of(), List.of(),
				new Expected(List.of(), "", "", List.of()))
			.and(others);
	}

	SituationSetup and(SituationPart... others) {
		Set<SituationPart> all = EnumSet.copyOf(this.parts);
		all.addAll(List.of(others));
		return new SituationSetup(all, this.sources, this.properties, this.expected);
	}

	SituationSetup source(String simpleName) {
		return new SituationSetup(this.parts, joined(this.sources, PACKAGE + "." + simpleName), this.properties,
				this.expected);
	}

	SituationSetup with(String... pairs) {
		return new SituationSetup(this.parts, this.sources, joined(this.properties, pairs), this.expected);
	}

	SituationSetup records(String... registries) {
		return expecting(new Expected(List.of(registries), this.expected.sentence(), this.expected.path(),
				this.expected.problems()));
	}

	/**
	 * The endpoint answers at a path, and the application says so.
	 * @param path the path
	 * @return the setup
	 */
	SituationSetup answers(String path) {
		return answersAt("http://localhost:{port}", path);
	}

	SituationSetup answersAt(String address, String path) {
		return expecting(
				new Expected(this.expected.registries(), "See " + address + path, path, this.expected.problems()));
	}

	SituationSetup saysThereIsNoServer() {
		return says("The application has no web server to show them.");
	}

	SituationSetup saysThereIsNoActuator() {
		return says("Add spring-boot-starter-actuator to see them at " + PATH + ".");
	}

	/**
	 * The endpoint is nowhere, and the application says why.
	 * @param sentence what it says
	 * @return the setup
	 */
	SituationSetup says(String sentence) {
		return expecting(new Expected(this.expected.registries(), sentence, "", List.of("AM-114")));
	}

	SituationSetup reports(String... codes) {
		return expecting(new Expected(this.expected.registries(), this.expected.sentence(), this.expected.path(),
				List.of(codes)));
	}

	private SituationSetup expecting(Expected expectation) {
		return new SituationSetup(this.parts, this.sources, this.properties, expectation);
	}

	private static List<String> joined(List<String> some, String... others) {
		return Stream.concat(some.stream(), Stream.of(others)).toList();
	}

	/**
	 * Return the properties of the application.
	 * @return pairs such as {@code a=b}
	 */
	List<String> allProperties() {
		List<String> all = new ArrayList<>(List.of("spring.main.banner-mode=off", "spring.jmx.enabled=false",
				"spring.config.name=situation", "spring.application.name=shop", "server.address=127.0.0.1",
				"server.port=0", "autometrics.repository.detect=false",
				"logging.pattern.console=" + SituationReport.LOG + "%level %logger %msg%n"));
		all.addAll(this.properties);
		return all;
	}

	/**
	 * What is expected of an application.
	 *
	 * @param registries the names of all registries that are beans
	 * @param sentence what it says at the start about where to look, empty if nothing
	 * @param path where the endpoint answers, empty if it does not
	 * @param problems the codes of its problems
	 */
	record Expected(List<String> registries, String sentence, String path, List<String> problems) {

	}

}
