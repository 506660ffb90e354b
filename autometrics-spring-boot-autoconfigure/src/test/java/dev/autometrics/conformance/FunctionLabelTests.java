package dev.autometrics.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.autometrics.conformance.app.Catalogue;
import dev.autometrics.conformance.app.Chain.Leaf;
import dev.autometrics.conformance.app.Generics.Handler;
import dev.autometrics.conformance.app.Generics.Store;
import dev.autometrics.conformance.app.Generics.TextHandler;
import dev.autometrics.conformance.app.Generics.TextStore;
import dev.autometrics.conformance.app.Greetings.Greeting;
import dev.autometrics.conformance.app.Greetings.Polite;
import dev.autometrics.conformance.app.Greetings.Rude;
import dev.autometrics.conformance.app.Jobs.Daily;
import dev.autometrics.conformance.app.Jobs.Nightly;
import dev.autometrics.conformance.app.Ledger;
import dev.autometrics.conformance.app.Outer;
import dev.autometrics.conformance.app.Overloads;
import dev.autometrics.conformance.app.Remote;
import dev.autometrics.conformance.app.Signs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.aop.support.AopUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The labels {@code function} and {@code module}.
 */
class FunctionLabelTests {

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.start();
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	@DisplayName("M21 function and module together differ for any two methods")
	void overloadsDiffer() {
		Overloads overloads = application.bean(Overloads.class);
		List<Runnable> calls = List.of(overloads::find, () -> overloads.find("name"),
				() -> overloads.find(new String[0]), () -> overloads.find(1), () -> overloads.find(Integer.valueOf(1)),
				() -> overloads.find(List.of()),
				() -> overloads.find(new dev.autometrics.conformance.app.north.Depot()),
				() -> overloads.find(new dev.autometrics.conformance.app.south.Depot()),
				() -> overloads.find("name", 1), overloads::search);

		for (int i = 0; i < calls.size(); i++) {
			for (int times = 0; times <= i; times++) {
				calls.get(i).run();
			}
		}

		Samples samples = application.scrape().samples().of(Overloads.class);
		assertThat(samples.named(Samples.COUNT).list()).extracting(Sample::value)
			.containsExactlyInAnyOrder(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0);
		assertThat(samples.named(Samples.COUNT).values("function")).hasSize(calls.size());
	}

	@Test
	@DisplayName("M21 functions of nested types and of equal simple names differ")
	void typesDiffer() {
		Samples samples = goodCallsOf(application);

		assertThat(samples.of(Outer.class).with("function", "run").list()).hasSize(1);
		assertThat(samples.of(Outer.Inner.class).with("function", "run").list()).hasSize(1);
		assertThat(samples.of(dev.autometrics.conformance.app.north.Depot.class).with("function", "load").list())
			.hasSize(1);
		assertThat(samples.of(dev.autometrics.conformance.app.south.Depot.class).with("function", "load").list())
			.hasSize(1);
		assertThat(functions(samples)).hasSameSizeAs(samples.list());
	}

	// Every function has them, called or not.
	private static Samples goodCallsOf(RunningApplication running) {
		return running.scrape().named(Samples.CALLS).with("result", "ok").with("caller_function", "");
	}

	@Test
	@DisplayName("M21 a method and its bridge are one function")
	void bridgesAreOneFunction() {
		Handler<String> handler = application.bean("textHandler", TextHandler.class);
		Store<String> store = application.bean(TextStore.class);
		handler.handle("through the bridge");
		application.bean("textHandler", TextHandler.class).handle("directly");
		store.save("through the bridge");
		application.bean(TextStore.class).save("directly");

		Samples counts = application.scrape().named(Samples.COUNT);
		assertThat(counts.of(TextHandler.class).only().value()).isEqualTo(2);
		assertThat(counts.of(TextStore.class).only().value()).isEqualTo(2);
	}

	@Test
	@DisplayName("M22 the type name is in function or in module")
	void typeNameIsInModule() {
		Samples samples = application.scrape().samples();

		for (Class<?> type : List.of(Overloads.class, Outer.class, Outer.Inner.class, Daily.class, Catalogue.class)) {
			assertThat(samples.named(Samples.CALLS).of(type).list()).as(type.getName()).isNotEmpty();
		}
	}

	@Test
	@DisplayName("M23 the type name is always in the same label")
	void typeNameIsAlwaysInModule() {
		application.bean(Daily.class).execute();
		application.bean(Nightly.class).execute();
		application.bean("polite", Greeting.class).greet();
		application.bean("rude", Greeting.class).greet();
		application.bean(Remote.class).fetch();

		Samples called = application.scrape().named(Samples.COUNT);
		Map<Class<?>, String> functions = Map.of(Daily.class, "execute", Nightly.class, "execute", Polite.class,
				"greet", Rude.class, "greet", Remote.class, "fetch");
		functions.forEach((type, function) -> {
			assertThat(called.of(type).only().label("function")).as(type.getName()).isEqualTo(function);
			assertThat(called.of(type).only().value()).as(type.getName()).isEqualTo(1);
		});
		assertThat(called.values("module")).allMatch((module) -> module.startsWith("dev.autometrics.conformance.app."))
			.noneMatch((module) -> module.contains("$$") || module.contains("$Proxy"));
	}

	@Test
	@DisplayName("M23 the labels are the same behind JDK proxies and behind CGLIB proxies")
	void labelsDoNotDependOnTheKindOfProxy() {
		Ledger subclassed = application.bean("ledger", Ledger.class);
		try (RunningApplication other = RunningApplication.start("spring.aop.proxy-target-class=false")) {
			Ledger proxied = other.bean("ledger", Ledger.class);
			subclassed.enter();
			proxied.enter();

			assertThat(AopUtils.isCglibProxy(subclassed)).isTrue();
			assertThat(AopUtils.isJdkDynamicProxy(proxied)).isTrue();
			for (RunningApplication each : List.of(application, other)) {
				assertThat(each.scrape().named(Samples.COUNT).of(Ledger.Paper.class).only().value()).isEqualTo(1);
			}
			assertThat(functions(goodCallsOf(other))).isEqualTo(functions(goodCallsOf(application)));
		}
	}

	@Test
	@DisplayName("S12 one property makes the type name a prefix of function")
	void typeNameCanPrefixFunction() {
		try (RunningApplication other = RunningApplication.start("autometrics.labels.function=type-and-method")) {
			Samples samples = goodCallsOf(other);

			assertThat(functions(samples)).hasSameSizeAs(samples.list())
				.contains("dev.autometrics.conformance.app|Catalogue.search",
						"dev.autometrics.conformance.app|Outer.run", "dev.autometrics.conformance.app|Outer$Inner.run",
						"dev.autometrics.conformance.app|Jobs$Daily.execute",
						"dev.autometrics.conformance.app|Greetings$Polite.greet",
						"dev.autometrics.conformance.app|Remote.fetch",
						"dev.autometrics.conformance.app.north|Depot.load",
						"dev.autometrics.conformance.app.south|Depot.load")
				.allMatch((function) -> function.matches("(?s)[a-z.]+\\|[A-Z].*\\..+"), "type name in front");
		}
	}

	@Test
	@DisplayName("S13 the documentation says how to query a whole class")
	void wholeClassCanBeQueried() throws IOException {
		Samples samples = application.scrape().named(Samples.CALLS);

		assertThat(Files.readString(Path.of("..", "README.md")))
			.containsPattern("whole class[^`]*`[^`]*function_calls_total\\{module=\"[\\w.$]+\"}[^`]*`");
		assertThat(samples.with("module", Leaf.class.getName()).values("function")).containsExactlyInAnyOrder("direct",
				"indirect", "fail", "afterFailure", "calledByNobody");
	}

	private static Set<String> functions(Samples samples) {
		return samples.list()
			.stream()
			.map((sample) -> sample.label("module") + "|" + sample.label("function"))
			.collect(Collectors.toCollection(HashSet::new));
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("Labels hold any text")
	void labelsHoldAnyText(Form form) {
		application.bean(Signs.class).unicode();
		application.bean(Signs.class).escaped();
		Samples signs = application.scrape(form).samples().of(Signs.class);

		for (String metric : List.of(Samples.CALLS, Samples.BUCKET, Samples.COUNT, Samples.SUM)) {
			assertThat(signs.named(metric).values("function")).containsExactlyInAnyOrder(Signs.UNICODE, Signs.ESCAPED);
		}
	}

}
