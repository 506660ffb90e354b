package dev.autometrics.woven;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import dev.autometrics.woven.Basket.Money;
import dev.autometrics.woven.everything.Warehouse;
import dev.autometrics.woven.unwoven.Plain;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.aop.support.AopUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@code autometrics.mode=aspectj}.
 */
class WeavingTests {

	private static Shop shop;

	@BeforeAll
	static void start() {
		shop = Shop.start("autometrics.mode=aspectj");
	}

	@AfterAll
	static void stop() {
		shop.close();
	}

	@BeforeEach
	void forget() {
		shop.calls();
	}

	@Test
	void measuresCallsOnThisAndOfPrivateAndStaticMethodsWithTheirCaller() {
		assertThat(shop.bean(Orders.class).place("tea")).isEqualTo("tea costs 5, tea is there, 3 letters");

		assertThat(shop.calls()).isEqualTo(Map.of("Orders.place ok", 1, "Orders.place > Orders.price ok", 1,
				"Orders.place > Orders.check ok", 1, "Orders.place > Orders.round ok", 1));
	}

	@Test
	void measuresFinalMethodsAndHandsOnWhatTheyThrow() {
		assertThatIllegalArgumentException().isThrownBy(() -> shop.bean(Orders.class).cancel(""))
			.withMessage("There is no article");

		assertThat(shop.calls()).isEqualTo(Map.of("Orders.cancel error", 1));
	}

	@Test
	void namesWhatAProxyMeasuresAsAProxyDoes() {
		assertThat(shop.bean(Orders.class).find("tea")).isEqualTo("order 3");

		assertThat(shop.calls()).isEqualTo(Map.of("Orders.find ok", 1, "Orders.find > Orders.find_int ok", 1));
	}

	@Test
	void measuresFinalClassesThatAreMarkedAsAWhole() {
		assertThat(shop.bean(Ledger.class).sum()).isEqualTo(2);
		assertThat(shop.bean(Ledger.class)).hasToString("ledger");

		assertThat(shop.calls()).isEqualTo(
				Map.of("Ledger.sum ok", 1, "Ledger.sum > Ledger.add ok", 1, "Ledger.add > Ledger.constant ok", 1));
	}

	@Test
	void measuresWhatIsNoBean() {
		assertThat(new Basket().size()).isEqualTo(3);

		assertThat(shop.calls()).isEqualTo(Map.of("Basket.size ok", 1));
		assertThat(shop.functions()).contains("Basket.size");
	}

	@Test
	void measuresRecords() {
		assertThat(new Money(2).twice().cents()).isEqualTo(4);
		assertThat(new Money(2)).isEqualTo(new Money(2)).hasSameHashCodeAs(new Money(2)).hasToString("Money[cents=2]");

		assertThat(shop.calls()).isEqualTo(Map.of("Basket$Money.twice ok", 1, "Basket$Money.cents ok", 1));
	}

	@Test
	void countsACallOfSuperOnce() {
		assertThat(shop.bean(ArticleStore.class).save("tea")).isEqualTo("saved tea for 3 years");
		assertThat(shop.bean(ArticleStore.class).load("tea")).isEqualTo("loaded tea");

		assertThat(shop.calls()).isEqualTo(Map.of("ArticleStore.save ok", 1, "ArticleStore.load ok", 1,
				"ArticleStore.save > Store.validate ok", 1, "ArticleStore.save > ArticleStore.validate ok", 1));
	}

	@Test
	void countsAMethodThatIsNotWovenByTheOneThatItCallsOnSuper() {
		assertThat(shop.bean(CustomerStore.class).save("Ann")).isEqualTo("saved Ann");

		assertThat(shop.calls())
			.isEqualTo(Map.of("CustomerStore.save ok", 1, "CustomerStore.save > Store.validate ok", 1));
	}

	@Test
	void measuresTheMethodsOfMarkedInterfaces() {
		assertThat(shop.bean(CardPayments.class).charge(2)).isEqualTo("charged 2 EUR");
		assertThat(shop.bean(CardPayments.class).refund(2)).isEqualTo("refunded 2");

		assertThat(shop.calls()).isEqualTo(Map.of("CardPayments.charge ok", 1, "CardPayments.refund ok", 1,
				"CardPayments.charge > Payments.currency ok", 1));
	}

	@Test
	void measuresWhatAnnotationsOfTheApplicationMark() {
		assertThat(shop.bean(Orders.class).remember() + Orders.checkAll()).isEqualTo(3);

		assertThat(shop.calls()).isEqualTo(Map.of("Orders.remember ok", 1, "Orders.checkAll ok", 1));
	}

	@Test
	void measuresFuturesToTheirEnd() {
		CompletableFuture<String> answer = new CompletableFuture<>();

		assertThat(shop.bean(Orders.class).later(answer)).isSameAs(answer);
		assertThat(shop.calls()).isEmpty();

		assertThat(answer.completeExceptionally(new IllegalStateException())).isTrue();
		assertThat(shop.calls()).isEqualTo(Map.of("Orders.later error", 1));
	}

	@Test
	void measuresSubscriptionsAndTheirCallers() {
		assertThat(shop.bean(Orders.class).reactive().block()).isEqualTo("tea costs 5");

		assertThat(shop.calls()).isEqualTo(Map.of("Orders.reactive ok", 1, "Orders.reactive > Orders.price ok", 1));
	}

	@Test
	void knowsTheArgumentsInErrorIf() {
		assertThat(shop.bean(Orders.class).pay(7) + shop.bean(Orders.class).pay(700)).isEqualTo(707);

		assertThat(shop.calls()).isEqualTo(Map.of("Orders.pay ok", 1, "Orders.pay error", 1));
	}

	@Test
	void measuresWhatAnAspectOfTheApplicationIsWovenInto() {
		assertThat(shop.bean(Warehouse.class).take("tea")).isEqualTo(3);

		assertThat(shop.calls()).isEqualTo(
				Map.of("everything.Warehouse.take ok", 1, "everything.Warehouse.take > everything.Warehouse.count ok",
						1, "everything.Warehouse.take > everything.Warehouse.marked ok", 1));
	}

	@Test
	void makesNoProxy() {
		assertThat(AopUtils.isAopProxy(shop.bean(Orders.class))).isFalse();
	}

	@Test
	void knowsTheFunctionsOfBeansFromTheStart() {
		try (Shop other = Shop.start("autometrics.mode=aspectj")) {
			assertThat(other.functions()).containsExactly("ArticleStore.load", "ArticleStore.save",
					"ArticleStore.validate", "Basket.size", "CardPayments.charge", "CardPayments.refund",
					"CustomerStore.load", "CustomerStore.save", "Ledger.add", "Ledger.constant", "Ledger.sum",
					"Orders.cancel", "Orders.check", "Orders.checkAll", "Orders.find", "Orders.find_int",
					"Orders.later", "Orders.pay", "Orders.place", "Orders.price", "Orders.reactive", "Orders.remember",
					"Orders.round", "Store.validate", "everything.Warehouse.count", "everything.Warehouse.marked",
					"everything.Warehouse.take");
		}
	}

	@Test
	void recordsWhatEndsBeforeTheApplicationIsReady() {
		try (Shop other = Shop.start("autometrics.mode=aspectj")) {
			assertThat(other.calls()).isEqualTo(Map.of("Basket.size ok", 1));
		}
	}

	@Test
	void givesCallsToTheApplicationThatWasStartedLast() {
		try (Shop other = Shop.start("autometrics.mode=aspectj")) {
			other.calls();
			new Basket().size();

			assertThat(other.calls()).isEqualTo(Map.of("Basket.size ok", 1));
			assertThat(shop.calls()).isEmpty();
		}

		new Basket().size();
		assertThat(shop.calls()).isEqualTo(Map.of("Basket.size ok", 1));
	}

	@Test
	void tellsWhatIsNotWoven() {
		assertThat(shop.problems())
			.containsExactly("AM-123 CustomerStore: AspectJ has not woven it, so it is not measured.");

		try (Shop other = Shop.start(Stream.of(Shop.Beans.class, Plain.class, Shelf.class),
				"autometrics.mode=aspectj")) {
			assertThat(other.problems()).contains(
					"AM-123 unwoven.Plain: AspectJ has not woven it, so it is not measured.",
					"AM-123 Shelf: AspectJ has not woven it, so it is not measured.");
		}
	}

}
