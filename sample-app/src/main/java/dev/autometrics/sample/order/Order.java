package dev.autometrics.sample.order;

/**
 * An order.
 *
 * @param id the number of the order
 * @param article what is bought
 * @param quantity how many of it
 */
public record Order(long id, String article, int quantity) {

}
