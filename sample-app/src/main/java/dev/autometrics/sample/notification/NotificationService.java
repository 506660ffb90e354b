package dev.autometrics.sample.notification;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.autometrics.Autometrics;

import org.springframework.stereotype.Service;

/**
 * Sends messages without making anybody wait. The metrics tell how long each took to be
 * sent, not how long it took to start.
 */
@Service
@Autometrics
public class NotificationService {

	private static final int MILLIS = 60;

	/**
	 * Send a confirmation.
	 * @param order the number of the order
	 * @return the text, once it is sent
	 */
	public CompletableFuture<String> confirm(long order) {
		return CompletableFuture.supplyAsync(() -> "Thank you for order " + order,
				CompletableFuture.delayedExecutor(MILLIS, TimeUnit.MILLISECONDS));
	}

}
