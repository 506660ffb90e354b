package dev.autometrics.sample.payment;

import java.util.concurrent.atomic.AtomicLong;

import dev.autometrics.Autometrics;
import dev.autometrics.sample.Latency;

import org.springframework.stereotype.Component;

/**
 * The payment provider. Every tenth payment is declined.
 */
@Component
public class PaymentClient {

	private static final int DECLINED = 10;

	private final AtomicLong payments = new AtomicLong();

	private final Latency latency;

	PaymentClient(Latency latency) {
		this.latency = latency;
	}

	/**
	 * Take the money for an order.
	 * @param article what is bought
	 * @param quantity how many of it
	 * @throws PaymentDeclinedException if the provider declines
	 */
	@Autometrics
	public void charge(String article, int quantity) {
		this.latency.ofMillis(20, 80);
		if (this.payments.incrementAndGet() % DECLINED == 0) {
			throw new PaymentDeclinedException("Payment of %d %s declined".formatted(quantity, article));
		}
	}

}
