package dev.autometrics.sample.shopper;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much the shop buys from itself.
 *
 * @param enabled Whether it buys at all.
 * @param every Time between two purchases.
 * @param limit Number of purchases after which it stops.
 */
@ConfigurationProperties("shop.shopper")
record ShopperProperties(@DefaultValue("true") boolean enabled, @DefaultValue("200ms") Duration every,
		@DefaultValue("1000000") long limit) {

}
