package dev.autometrics.compatibility.aot;

import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;

import dev.autometrics.Autometrics;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Service;

/**
 * A bean with a function of every kind.
 */
@Service
class Orders {

	private final Stock stock;

	private final Prices prices;

	Orders(Stock stock, Prices prices) {
		this.stock = stock;
		this.prices = prices;
	}

	@Autometrics
	int place(String article) {
		return this.stock.take(article) + this.prices.priceOf(article);
	}

	@Autometrics
	int place(String article, int amount) {
		return amount * this.prices.priceOf(article);
	}

	@Async
	@Autometrics
	CompletableFuture<String> confirm(String article) {
		return CompletableFuture.completedFuture("confirmed " + article);
	}

	@Measured
	String pack(String article) {
		return "packed " + article;
	}

	@Autometrics(errorIf = "#result.refused && #root.args[0] == #article && #root.method.name == 'ship'")
	Shipment ship(String article) {
		return new Shipment(article, article.isEmpty());
	}

	@Autometrics(okFor = NoSuchElementException.class)
	String find(String article) {
		throw new NoSuchElementException(article);
	}

	@Autometrics
	String pay(String article) {
		throw new IllegalStateException(article);
	}

	/**
	 * What became of an order.
	 *
	 * @param article what was ordered
	 * @param refused whether it comes back
	 */
	record Shipment(String article, boolean refused) {

	}

}
