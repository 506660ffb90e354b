package dev.autometrics.sample.stock;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.autometrics.sample.Latency;

import org.springframework.stereotype.Repository;

/**
 * Articles in memory, with the latency of a database and a supplier who fills up.
 */
@Repository
class InMemoryStockRepository implements StockRepository {

	private static final int FULL = 1000;

	private final Map<String, Integer> articles = new ConcurrentHashMap<>();

	private final Latency latency;

	InMemoryStockRepository(Latency latency) {
		this.latency = latency;
	}

	@Override
	public int find(String article) {
		this.latency.ofMillis(2, 8);
		return this.articles.getOrDefault(article, FULL);
	}

	@Override
	public void hold(String article, int quantity) {
		this.latency.ofMillis(5, 20);
		this.articles.merge(article, FULL - quantity, (left, full) -> (left > quantity) ? left - quantity : full);
	}

}
