package dev.autometrics.sample.stock;

import dev.autometrics.Autometrics;

/**
 * Articles in stock. Whatever implements it is measured.
 */
@Autometrics
public interface StockRepository {

	/**
	 * Find out how many of an article are left.
	 * @param article the article
	 * @return the number
	 */
	int find(String article);

	/**
	 * Keep some of an article for an order.
	 * @param article the article
	 * @param quantity how many of it
	 */
	void hold(String article, int quantity);

}
