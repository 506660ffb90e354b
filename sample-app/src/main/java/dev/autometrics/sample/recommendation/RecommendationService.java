package dev.autometrics.sample.recommendation;

import java.time.Duration;

import dev.autometrics.Autometrics;
import dev.autometrics.sample.stock.StockRepository;
import reactor.core.publisher.Flux;

import org.springframework.stereotype.Service;

/**
 * Recommends articles, one after the other.
 */
@Service
@Autometrics
public class RecommendationService {

	private static final Duration PAUSE = Duration.ofMillis(15);

	private final StockRepository stock;

	RecommendationService(StockRepository stock) {
		this.stock = stock;
	}

	/**
	 * Recommend articles that are in stock.
	 * @param article what the customer looks at
	 * @return other articles
	 */
	public Flux<String> similarTo(String article) {
		return Flux.just("apple", "bread", "cheese")
			.filter((other) -> !other.equals(article))
			.filter((other) -> this.stock.find(other) > 0)
			.delayElements(PAUSE);
	}

}
