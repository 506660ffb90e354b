package dev.autometrics.sample.report;

import dev.autometrics.Autometrics;
import dev.autometrics.sample.Latency;
import dev.autometrics.sample.stock.StockRepository;

import org.springframework.stereotype.Service;

/**
 * Makes reports.
 */
@Service
@Autometrics
public class ReportService {

	private final StockRepository stock;

	private final Latency latency;

	ReportService(StockRepository stock, Latency latency) {
		this.stock = stock;
		this.latency = latency;
	}

	/**
	 * Report what is in stock. Takes its time.
	 * @return the report
	 */
	public String stockReport() {
		this.latency.ofMillis(400, 1200);
		return "apples: " + this.stock.find("apple");
	}

	/**
	 * Report the year. Nobody calls this, and the metrics say so.
	 * @return the report
	 */
	public String annualReport() {
		return "A good year";
	}

}
