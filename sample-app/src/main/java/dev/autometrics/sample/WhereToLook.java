package dev.autometrics.sample;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Says at the start where there is something to see.
 */
@Component
class WhereToLook {

	private static final Log logger = LogFactory.getLog(WhereToLook.class);

	private final Environment environment;

	WhereToLook(Environment environment) {
		this.environment = environment;
	}

	@EventListener(ApplicationReadyEvent.class)
	void print() {
		String actuator = "http://localhost:" + this.environment.getProperty("local.server.port", "8080") + "/actuator";
		logger.info("The Explorer, in a browser: " + actuator + "/autometrics");
		logger.info("The metrics as Prometheus reads them: " + actuator + "/prometheus");
	}

}
