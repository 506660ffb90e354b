package dev.autometrics.sample.order;

import java.util.concurrent.atomic.AtomicLong;

import dev.autometrics.Autometrics;
import dev.autometrics.SkipAutometrics;
import dev.autometrics.sample.notification.NotificationService;
import dev.autometrics.sample.payment.PaymentClient;
import dev.autometrics.sample.stock.StockRepository;

import org.springframework.stereotype.Service;

/**
 * Takes orders.
 */
@Service
@Autometrics
public class OrderService {

	private final AtomicLong numbers = new AtomicLong();

	private final StockRepository stock;

	private final PaymentClient payments;

	private final NotificationService notifications;

	OrderService(StockRepository stock, PaymentClient payments, NotificationService notifications) {
		this.stock = stock;
		this.payments = payments;
		this.notifications = notifications;
	}

	/**
	 * Take an order: hold the articles, take the money, say thank you.
	 * @param article the article
	 * @param quantity how many of it
	 * @return the order
	 */
	@Autometrics(trackConcurrency = true)
	@SuppressWarnings("FutureReturnValueIgnored") // Nobody waits for the confirmation.
	public Order place(String article, int quantity) {
		this.stock.hold(article, quantity);
		this.payments.charge(article, quantity);
		Order order = new Order(nextNumber(), article, quantity);
		this.notifications.confirm(order.id());
		return order;
	}

	/**
	 * Say how many of an article are left.
	 * @param article the article
	 * @return the number
	 */
	public int available(String article) {
		return this.stock.find(article);
	}

	/**
	 * Draw the number of the next order. Too small to be worth a metric.
	 * @return the number
	 */
	@SkipAutometrics
	public long nextNumber() {
		return this.numbers.incrementAndGet();
	}

}
