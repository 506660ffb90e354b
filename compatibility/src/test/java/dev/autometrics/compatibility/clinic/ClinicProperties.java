package dev.autometrics.compatibility.clinic;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the clinic.
 *
 * @param greeting what visitors read first
 */
@ConfigurationProperties("clinic")
record ClinicProperties(@DefaultValue("Welcome") String greeting) {

	String greetingOf(String name) {
		return greeting() + " " + name;
	}

}
