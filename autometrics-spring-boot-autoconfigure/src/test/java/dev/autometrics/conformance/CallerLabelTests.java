package dev.autometrics.conformance;

import dev.autometrics.conformance.app.Chain.Entry;
import dev.autometrics.conformance.app.Chain.Leaf;
import dev.autometrics.conformance.app.Chain.Middle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The labels {@code caller_function} and {@code caller_module}.
 */
class CallerLabelTests {

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
	@DisplayName("M18 a known caller sets both caller_function and caller_module")
	void knownCallerSetsBothLabels() {
		application.bean(Entry.class).callDirectly();

		assertCalled("direct", "callDirectly");
	}

	@Test
	@DisplayName("M18 a caller that handles a failure is still the caller")
	void callerIsKnownAfterFailure() {
		application.bean(Entry.class).callAgainAfterFailure();

		assertCalled("fail", "callAgainAfterFailure");
		assertCalled("afterFailure", "callAgainAfterFailure");
	}

	@Test
	@DisplayName("M19 an unknown caller leaves both labels absent or empty")
	void unknownCallerLeavesBothLabelsEmpty() {
		application.bean(Entry.class).callDirectly();
		application.bean(Leaf.class).calledByNobody();

		Sample call = calls(Leaf.class, "calledByNobody").only();
		assertThat(call.value()).isEqualTo(1);
		assertThat(call.label("caller_function")).isEmpty();
		assertThat(call.label("caller_module")).isEmpty();
		assertThat(application.scrape().named(Samples.CALLS).list()).isNotEmpty()
			.allMatch((sample) -> sample.label("caller_function").isEmpty() == sample.label("caller_module").isEmpty());
	}

	@Test
	@DisplayName("S11 the caller is the nearest instrumented function")
	void callerIsNearestInstrumentedFunction() {
		application.bean(Entry.class).callThroughMiddle();

		assertCalled("indirect", "callThroughMiddle");
		assertThat(application.scrape().samples().of(Middle.class).list()).isEmpty();
	}

	@Test
	@DisplayName("Callers can be left out")
	void callersCanBeLeftOut() {
		try (RunningApplication other = RunningApplication.start("autometrics.callers.enabled=false")) {
			other.bean(Entry.class).callDirectly();

			Samples calls = other.scrape().named(Samples.CALLS);
			assertThat(calls.of(Leaf.class).with("function", "direct").sum()).isEqualTo(1);
			assertThat(calls.values("caller_function")).containsExactly("");
			assertThat(calls.values("caller_module")).containsExactly("");
		}
	}

	private static void assertCalled(String function, String caller) {
		Samples calls = calls(Leaf.class, function);
		assertThat(calls.list()).isNotEmpty().allSatisfy((call) -> {
			assertThat(call.label("caller_function")).isEqualTo(caller);
			assertThat(call.label("caller_module")).isEqualTo(Entry.class.getName());
		});
	}

	private static Samples calls(Class<?> type, String function) {
		return new Samples(application.scrape()
			.named(Samples.CALLS)
			.of(type)
			.with("function", function)
			.list()
			.stream()
			.filter((sample) -> sample.value() > 0)
			.toList());
	}

}
