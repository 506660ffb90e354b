package dev.autometrics.woven;

import java.util.Map;

import dev.autometrics.woven.everything.Warehouse;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for classes that are woven, in an application that measures by proxies.
 */
class ProxyTests {

	@Test
	void countsNothingTwice() {
		try (Shop shop = Shop.start()) {
			shop.bean(Orders.class).place("tea");
			shop.bean(Orders.class).find("tea");
			shop.bean(Orders.class).reactive().block();
			shop.bean(ArticleStore.class).save("tea");
			shop.bean(CardPayments.class).charge(2);
			shop.bean(Warehouse.class).take("tea");
			new Basket().size();

			assertThat(shop.calls()).isEqualTo(Map.of("Orders.place ok", 1, "Orders.find ok", 1, "Orders.reactive ok",
					1, "ArticleStore.save ok", 1, "CardPayments.charge ok", 1, "everything.Warehouse.take ok", 1));
		}
	}

	@Test
	void countsNothingWhereNothingIsMeasured() {
		try (Shop shop = Shop.start("autometrics.enabled=false")) {
			assertThat(shop.bean(Orders.class).place("tea")).isNotEmpty();
			assertThat(new Basket().size()).isEqualTo(3);
		}
	}

}
