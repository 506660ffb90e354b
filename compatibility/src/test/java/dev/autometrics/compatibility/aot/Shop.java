package dev.autometrics.compatibility.aot;

import dev.autometrics.Autometrics;
import dev.autometrics.AutometricsTemplate;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Calls everything there is.
 */
@RestController
class Shop {

	private final Orders orders;

	private final Stock stock;

	private final ObjectProvider<AutometricsTemplate> autometrics;

	Shop(Orders orders, Stock stock, ObjectProvider<AutometricsTemplate> autometrics) {
		this.orders = orders;
		this.stock = stock;
		this.autometrics = autometrics;
	}

	@Autometrics
	@GetMapping("/buy")
	String buy() {
		this.orders.place("bread");
		this.orders.place("milk", 2);
		this.orders.confirm("bread").join();
		this.orders.pack("bread");
		this.orders.ship("bread");
		this.orders.ship("");
		this.stock.count("bread");
		this.stock.size();
		attempt(() -> this.orders.find("salt"));
		attempt(() -> this.orders.pay("bread"));
		AutometricsTemplate template = this.autometrics.getIfAvailable();
		return (template != null) ? template.function(Shop.class, "receipt").call(() -> "measured") : "not measured";
	}

	private static void attempt(Runnable call) {
		try {
			call.run();
		}
		catch (RuntimeException ex) {
			// The metrics tell.
		}
	}

}
