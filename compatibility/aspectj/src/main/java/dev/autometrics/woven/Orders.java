package dev.autometrics.woven;

import java.util.concurrent.CompletableFuture;

import dev.autometrics.Autometrics;
import reactor.core.publisher.Mono;

/**
 * A bean whose methods are marked one by one.
 */
public class Orders {

	@Autometrics
	public String place(String article) {
		return price(article) + check(article) + round(article);
	}

	@Autometrics
	public String price(String article) {
		return article + " costs 5";
	}

	@Autometrics
	private String check(String article) {
		return ", " + article + " is there";
	}

	@Autometrics
	static String round(String article) {
		return ", " + article.length() + " letters";
	}

	@Autometrics
	public final String cancel(String article) {
		if (article.isEmpty()) {
			throw new IllegalArgumentException("There is no article");
		}
		return article;
	}

	@Autometrics
	public String find(String article) {
		return find(article.length());
	}

	@Autometrics
	private String find(int number) {
		return "order " + number;
	}

	@Autometrics
	public CompletableFuture<String> later(CompletableFuture<String> answer) {
		return answer;
	}

	@Autometrics
	public Mono<String> reactive() {
		return Mono.fromSupplier(() -> price("tea"));
	}

	@Autometrics(errorIf = "#amount > 100 and #root.args.length == 1 and #root.target.limited()")
	public int pay(int amount) {
		return amount;
	}

	@Remembered
	public int remember() {
		return 1;
	}

	@Checked
	static int checkAll() {
		return 2;
	}

	public boolean limited() {
		return true;
	}

}
