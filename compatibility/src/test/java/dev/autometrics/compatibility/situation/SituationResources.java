package dev.autometrics.compatibility.situation;

import jakarta.ws.rs.ApplicationPath;
import org.glassfish.jersey.server.ResourceConfig;

/**
 * Lets Jersey take the orders, at a path that is in the code.
 */
@ApplicationPath("/api")
public class SituationResources extends ResourceConfig {

	SituationResources() {
		super(SituationOrders.class);
	}

}
