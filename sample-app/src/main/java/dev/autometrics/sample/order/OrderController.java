package dev.autometrics.sample.order;

import dev.autometrics.Autometrics;
import dev.autometrics.SkipAutometrics;
import dev.autometrics.sample.payment.PaymentDeclinedException;

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
@Autometrics
public class OrderController {

	private final OrderService orders;

	OrderController(OrderService orders) {
		this.orders = orders;
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

	@SkipAutometrics
	@ExceptionHandler
	@ResponseStatus(HttpStatus.PAYMENT_REQUIRED)
	String declined(PaymentDeclinedException ex) {
		return String.valueOf(ex.getMessage());
	}

}
