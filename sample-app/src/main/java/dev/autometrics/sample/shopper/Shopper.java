package dev.autometrics.sample.shopper;

import java.util.List;

import dev.autometrics.sample.order.OrderController;
import dev.autometrics.sample.payment.PaymentDeclinedException;
import dev.autometrics.sample.report.ReportService;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Buys from the shop, one article after the other, and now and then asks for a report.
 * {@code shop.shopper.enabled=false} keeps it away.
 */
@Component
@ConditionalOnBooleanProperty(name = "shop.shopper.enabled", matchIfMissing = true)
class Shopper {

	private static final Log logger = LogFactory.getLog(Shopper.class);

	private static final List<String> ARTICLES = List.of("apple", "bread", "cheese");

	private static final int PURCHASES_PER_REPORT = 25;

	private final OrderController shop;

	private final ReportService reports;

	private final ShopperProperties properties;

	private long purchases;

	Shopper(OrderController shop, ReportService reports, ShopperProperties properties) {
		this.shop = shop;
		this.reports = reports;
		this.properties = properties;
	}

	@Scheduled(fixedDelayString = "${shop.shopper.every:200ms}")
	void buy() {
		if (this.purchases >= this.properties.limit()) {
			return;
		}
		String article = ARTICLES.get((int) (this.purchases++ % ARTICLES.size()));
		if (this.shop.stock(article) > 0) {
			order(article);
		}
		this.shop.recommend(article).block();
		if (this.purchases % PURCHASES_PER_REPORT == 0) {
			this.reports.stockReport();
		}
	}

	private void order(String article) {
		try {
			this.shop.order(article, 1);
		}
		catch (PaymentDeclinedException ex) {
			logger.debug(ex.getMessage());
		}
	}

}
