package dev.autometrics.compatibility.matrix;

import java.util.concurrent.CompletableFuture;

import dev.autometrics.Autometrics;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.constraints.NotNull;

import org.springframework.cache.annotation.Cacheable;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.cache.concurrent.ConcurrentMapCacheManager;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is counted beside other advice, outside of it by default and inside of it.
 */
class OrderTests {

	private static final String DEFAULT = "autometrics.order=0";

	private static final String LAST = "autometrics.order=2147483647";

	@Covers(Row.TRANSACTIONAL)
	void failedCommitIsErrorOfFunction() {
		try (MatrixApplication application = MatrixApplication.with(DEFAULT, Account.class, Transactions.class)) {
			commitAndFail(application);

			application.showsOnly(Calls.of(Account.class, "book").ok(1).error(1));
		}
	}

	@Covers(Row.TRANSACTIONAL_LAST)
	void failedCommitIsNotSeenByFunctionInside() {
		try (MatrixApplication application = MatrixApplication.with(LAST, Account.class, Transactions.class)) {
			commitAndFail(application);

			application.showsOnly(Calls.of(Account.class, "book").ok(2));
		}
	}

	private static void commitAndFail(MatrixApplication application) {
		application.bean(Account.class).book();
		application.bean(Transactions.class).fail();
		assertThatExceptionOfType(TransactionSystemException.class)
			.isThrownBy(() -> application.bean(Account.class).book());
	}

	@Covers(Row.CACHEABLE)
	void callAnsweredByCacheCounts() {
		try (MatrixApplication application = MatrixApplication.with(DEFAULT, Catalogue.class, Caching.class)) {
			findTwice(application);

			application.showsOnly(Calls.of(Catalogue.class, "find").ok(2));
		}
	}

	@Covers(Row.CACHEABLE_LAST)
	void callAnsweredByCacheDoesNotReachFunctionInside() {
		try (MatrixApplication application = MatrixApplication.with(LAST, Catalogue.class, Caching.class)) {
			findTwice(application);

			application.showsOnly(Calls.of(Catalogue.class, "find").ok(1));
		}
	}

	private static void findTwice(MatrixApplication application) {
		assertThat(application.bean(Catalogue.class).find("a")).isEqualTo("found a");
		assertThat(application.bean(Catalogue.class).find("a")).isEqualTo("found a");
	}

	@Covers(Row.ASYNC)
	void measuresOnTheOtherThread() {
		callAsynchronously(DEFAULT);
	}

	@Covers(Row.ASYNC_LAST)
	void measuresOnTheOtherThreadWhenInside() {
		callAsynchronously(LAST);
	}

	// The function has no caller, since nothing of the other thread is known on its own.
	private static void callAsynchronously(String order) {
		try (MatrixApplication application = MatrixApplication.with(order, Printer.class, Press.class)) {
			String thread = application.bean(Press.class).press().join();

			assertThat(thread).isNotEqualTo(Thread.currentThread().getName());
			application.showsOnly(Calls.of(Press.class, "press").ok(1), Calls.of(Printer.class, "print").ok(1));
		}
	}

	@Covers(Row.VALIDATED)
	void callWithInvalidArgumentIsError() {
		try (MatrixApplication application = MatrixApplication.with(DEFAULT, Form.class)) {
			sendInvalid(application);

			application.showsOnly(Calls.of(Form.class, "send").ok(1).error(1));
		}
	}

	@Covers(Row.VALIDATED_LAST)
	void callWithInvalidArgumentIsErrorAlsoOfFunctionInside() {
		try (MatrixApplication application = MatrixApplication.with(LAST, Form.class)) {
			sendInvalid(application);

			application.showsOnly(Calls.of(Form.class, "send").ok(1).error(1));
		}
	}

	private static void sendInvalid(MatrixApplication application) {
		application.bean(Form.class).send("a");
		assertThatExceptionOfType(ConstraintViolationException.class)
			.isThrownBy(() -> application.bean(Form.class).send(null));
	}

	public static class Account {

		@Autometrics
		@Transactional
		public void book() {
		}

	}

	public static class Catalogue {

		@Autometrics
		@Cacheable("articles")
		public String find(String name) {
			return "found " + name;
		}

	}

	@EnableCaching
	@Import(ConcurrentMapCacheManager.class)
	static class Caching {

	}

	@EnableAsync
	static class Printer {

		@Async
		@Autometrics
		CompletableFuture<String> print() {
			return CompletableFuture.completedFuture(Thread.currentThread().getName());
		}

	}

	static class Press {

		private final Printer printer;

		Press(Printer printer) {
			this.printer = printer;
		}

		@Autometrics
		CompletableFuture<String> press() {
			return this.printer.print();
		}

	}

	@Validated
	static class Form {

		@Autometrics
		void send(@NotNull String text) {
		}

	}

}
