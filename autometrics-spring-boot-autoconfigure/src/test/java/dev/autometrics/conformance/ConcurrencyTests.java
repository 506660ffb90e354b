package dev.autometrics.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import dev.autometrics.conformance.app.Stages;
import dev.autometrics.conformance.app.Stages.Plan;
import dev.autometrics.conformance.app.Stages.PlannedException;
import dev.autometrics.conformance.app.Stages.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many calls of 20 functions at once, none of which may get lost or be counted twice.
 */
class ConcurrencyTests {

	private static final int THREADS = 8;

	private static final int CALLS = 100_000;

	private static final List<Class<? extends Stage>> STAGES = List.of(Stages.First.class, Stages.Second.class,
			Stages.Third.class, Stages.Fourth.class);

	private static final List<Plan> PLANS = plans();

	private static final Map<Call, Long> EXPECTED = expected();

	private static RunningApplication application;

	private static final List<Double> CALLS_UNDER_LOAD = new ArrayList<>();

	private static final List<Double> CONCURRENT_UNDER_LOAD = new ArrayList<>();

	private static Samples samples;

	@BeforeAll
	static void call() throws Exception {
		CALLS_UNDER_LOAD.clear();
		CONCURRENT_UNDER_LOAD.clear();
		application = RunningApplication.start("autometrics.track-concurrency=true");
		Stage first = application.bean(Stages.First.class);
		CountDownLatch start = new CountDownLatch(1);
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		try {
			List<Future<Void>> running = new ArrayList<>();
			for (int thread = 0; thread < THREADS; thread++) {
				running.add(threads.submit(calls(thread, first, start)));
			}
			start.countDown();
			for (int i = 0; i < 10; i++) {
				scrapeUnderLoad();
			}
			for (Future<Void> each : running) {
				each.get(5, TimeUnit.MINUTES);
			}
		}
		finally {
			threads.shutdownNow();
		}
		samples = ofStages(application.scrape().samples());
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	private static void scrapeUnderLoad() {
		Samples scraped = ofStages(application.scrape().samples());
		CALLS_UNDER_LOAD.add(scraped.named(Samples.CALLS).sum());
		scraped.named(Samples.CONCURRENT).list().forEach((gauge) -> CONCURRENT_UNDER_LOAD.add(gauge.value()));
	}

	private static Callable<Void> calls(int thread, Stage first, CountDownLatch start) {
		return () -> {
			start.await();
			for (int call = 0; call < CALLS; call++) {
				try {
					Stage.call(first, plan(thread, call), 0);
				}
				catch (PlannedException ex) {
					// Counted as an error.
				}
			}
			return null;
		};
	}

	private static Plan plan(int thread, int call) {
		return PLANS.get((thread * 37 + call) % PLANS.size());
	}

	// Every depth, every pair of functions of two stages, and failures that every caller
	// of the failing function handles in turn, or none.
	private static List<Plan> plans() {
		List<Plan> plans = new ArrayList<>();
		List<String> functions = List.of("a", "b", "c", "d", "e");
		for (int i = 0; i < 400; i++) {
			List<String> steps = new ArrayList<>();
			int depth = 1 + i % 4;
			for (int step = 0, rest = i; step < depth; step++, rest /= 5) {
				steps.add(functions.get((rest + step * i) % 5));
			}
			plans.add(new Plan(steps, i % 3 == 0, (i / 3) % (depth + 1) - 1));
		}
		return plans;
	}

	private static Map<Call, Long> expected() {
		Map<Call, Long> expected = new HashMap<>();
		for (int thread = 0; thread < THREADS; thread++) {
			for (int call = 0; call < CALLS; call++) {
				Plan plan = plan(thread, call);
				for (int depth = 0; depth < plan.functions().size(); depth++) {
					expected.merge(Call.of(plan, depth), 1L, Long::sum);
				}
			}
		}
		return expected;
	}

	@Test
	void callsCoverEveryFunctionAndBothResults() {
		assertThat(expectedByFunction()).hasSize(20);
		assertThat(EXPECTED.keySet()).extracting(Call::result).contains("ok", "error");
		assertThat(EXPECTED.values().stream().mapToLong(Long::longValue).sum()).isGreaterThan(THREADS * CALLS);
	}

	@Test
	void countersAreExactByCallerAndResult() {
		Map<Call, Long> counted = samples.named(Samples.CALLS)
			.list()
			.stream()
			.filter((sample) -> sample.value() > 0)
			.collect(Collectors.toMap(Call::of, (sample) -> (long) sample.value()));

		assertThat(counted).isEqualTo(EXPECTED);
	}

	@Test
	void histogramsAreExact() {
		Map<String, Long> expected = expectedByFunction();

		assertThat(byFunction(samples.named(Samples.COUNT))).isEqualTo(expected);
		assertThat(byFunction(samples.named(Samples.BUCKET).with("le", "+Inf"))).isEqualTo(expected);
		expected.keySet().forEach((function) -> {
			List<Double> buckets = samples.named(Samples.BUCKET)
				.list()
				.stream()
				.filter((sample) -> function(sample).equals(function))
				.map(Sample::value)
				.toList();
			assertThat(buckets).as(function).hasSize(15).isSorted().endsWith((double) expected.get(function));
		});
	}

	@Test
	void nothingIsUnderWayInTheEnd() {
		Samples gauges = samples.named(Samples.CONCURRENT);

		assertThat(gauges.list()).hasSize(20).extracting(Sample::value).containsOnly(0.0);
	}

	@Test
	void scrapesUnderLoadNeitherGoBackNorOverCount() {
		double calls = samples.named(Samples.CALLS).sum();

		assertThat(CALLS_UNDER_LOAD).isSorted().allMatch((value) -> value <= calls);
		assertThat(CONCURRENT_UNDER_LOAD).isNotEmpty().allMatch((value) -> value >= 0 && value <= THREADS);
	}

	@Test
	void totalsOfTheEndpointAreExact() {
		Map<String, Long> calls = new HashMap<>();
		Map<String, Long> errors = new HashMap<>();
		for (Object each : (List<?>) application.describe().get("functions")) {
			Map<?, ?> function = (Map<?, ?>) each;
			Map<?, ?> total = (Map<?, ?>) function.get("total");
			String name = function.get("module") + "|" + function.get("function");
			if (name.startsWith(Stages.class.getName())) {
				calls.put(name, ((Number) total.get("calls")).longValue());
				errors.put(name, ((Number) total.get("errors")).longValue());
				assertThat(function.get("concurrent")).as(name).isEqualTo(0);
			}
		}

		assertThat(calls).isEqualTo(expectedByFunction());
		assertThat(errors).isEqualTo(EXPECTED.entrySet()
			.stream()
			.collect(Collectors.groupingBy((entry) -> entry.getKey().function(), Collectors
				.summingLong((entry) -> entry.getKey().result().equals("error") ? entry.getValue() : 0))));
	}

	private static Map<String, Long> expectedByFunction() {
		return EXPECTED.entrySet()
			.stream()
			.collect(Collectors.groupingBy((entry) -> entry.getKey().function(),
					Collectors.summingLong(Map.Entry::getValue)));
	}

	private static Samples ofStages(Samples samples) {
		return new Samples(samples.list()
			.stream()
			.filter((sample) -> sample.label("module").startsWith(Stages.class.getName()))
			.toList());
	}

	private static Map<String, Long> byFunction(Samples samples) {
		return samples.list()
			.stream()
			.collect(Collectors.toMap(ConcurrencyTests::function, (sample) -> (long) sample.value()));
	}

	private static String function(Sample sample) {
		return sample.label("module") + "|" + sample.label("function");
	}

	/**
	 * What the counter tells calls apart by.
	 *
	 * @param function the function
	 * @param caller the function that called
	 * @param result how the call ended
	 */
	private record Call(String function, String caller, String result) {

		static Call of(Sample sample) {
			String caller = sample.label("caller_module") + "|" + sample.label("caller_function");
			return new Call(ConcurrencyTests.function(sample), caller, sample.label("result"));
		}

		static Call of(Plan plan, int depth) {
			boolean handled = plan.handledBy() >= depth;
			return new Call(name(plan, depth), (depth > 0) ? name(plan, depth - 1) : "|",
					(plan.fails() && !handled) ? "error" : "ok");
		}

		private static String name(Plan plan, int depth) {
			return STAGES.get(depth).getName() + "|" + plan.functions().get(depth);
		}

	}

}
