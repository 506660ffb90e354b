package dev.autometrics.compatibility.situation;

import dev.autometrics.Autometrics;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes orders, from Spring MVC, from WebFlux, from Jersey or from nobody. A JVM that
 * lacks an annotation's class does without the annotation.
 */
@RestController
@Path("/orders")
public class SituationOrders {

	private final SituationPayments payments;

	SituationOrders(SituationPayments payments) {
		this.payments = payments;
	}

	@GET
	@Autometrics
	@GetMapping("/orders")
	public String order(@QueryParam("article") @RequestParam("article") String article) {
		return this.payments.charge(article);
	}

}
