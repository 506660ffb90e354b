package dev.autometrics.compatibility.clinic;

import dev.autometrics.Autometrics;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

/**
 * Made in one profile only, by a method of a configuration.
 */
class Reports {

	@Autometrics
	String monthly() {
		return yearly();
	}

	String yearly() {
		return "none";
	}

	/**
	 * A component of a profile that is not active.
	 */
	@Service
	@Profile("reporting")
	static class Mailing {

		private final Reports reports;

		Mailing(Reports reports) {
			this.reports = reports;
		}

		@Autometrics
		String send() {
			return this.reports.monthly();
		}

	}

}
