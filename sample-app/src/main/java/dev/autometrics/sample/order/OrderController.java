package dev.autometrics.sample.order;

import java.util.List;

import dev.autometrics.Autometrics;
import dev.autometrics.SkipAutometrics;
import dev.autometrics.sample.payment.PaymentDeclinedException;
import dev.autometrics.sample.recommendation.RecommendationService;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The shop's HTTP interface.
 */
@RestController
@Autometrics(objective = "shop-api")
public class OrderController {

	private final OrderService orders;

	private final RecommendationService recommendations;

	OrderController(OrderService orders, RecommendationService recommendations) {
		this.orders = orders;
		this.recommendations = recommendations;
	}

	/**
	 * Order an article.
	 * @param article the article
	 * @param quantity how many of it
	 * @return the order
	 */
	@PostMapping("/orders")
	public Order order(@RequestParam String article, @RequestParam(defaultValue = "1") int quantity) {
		return this.orders.place(article, quantity);
	}

	/**
	 * Say how many of an article are left.
	 * @param article the article
	 * @return the number
	 */
	@GetMapping("/stock")
	public int stock(@RequestParam String article) {
		return this.orders.available(article);
	}

	/**
	 * Recommend what else to buy.
	 * @param article the article that the customer looks at
	 * @return other articles
	 */
	@GetMapping("/recommendations")
	public Mono<List<String>> recommend(@RequestParam String article) {
		return this.recommendations.similarTo(article).collectList();
	}

	@SkipAutometrics
	@ExceptionHandler
	@ResponseStatus(HttpStatus.PAYMENT_REQUIRED)
	String declined(PaymentDeclinedException ex) {
		return String.valueOf(ex.getMessage());
	}

}
