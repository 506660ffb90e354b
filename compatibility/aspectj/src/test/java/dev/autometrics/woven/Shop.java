package dev.autometrics.woven;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.autometrics.model.FunctionCatalog;
import dev.autometrics.problems.Problems;
import dev.autometrics.problems.Severity;
import dev.autometrics.woven.everything.Warehouse;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The application that is woven, while it runs.
 */
final class Shop implements AutoCloseable {

	private static final String PACKAGE = "dev.autometrics.woven.";

	private final ConfigurableApplicationContext context;

	private final Map<String, Integer> forgotten = new TreeMap<>();

	private Shop(ConfigurableApplicationContext context) {
		this.context = context;
	}

	static Shop start(String... properties) {
		return start(Stream.of(Beans.class), properties);
	}

	static Shop start(Stream<Class<?>> beans, String... properties) {
		return new Shop(new SpringApplicationBuilder(beans.toArray(Class<?>[]::new)).web(WebApplicationType.NONE)
			.properties("spring.main.banner-mode=off", "autometrics.repository.detect=false",
					"spring.jmx.enabled=false", "autometrics.include=dev.autometrics.woven.everything",
					"logging.level.root=error")
			.properties(properties)
			.run());
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	/**
	 * Return the calls since they were asked for last.
	 * @return texts such as {@code Orders.place > Orders.price ok}, and how many
	 */
	Map<String, Integer> calls() {
		Map<String, Integer> all = allCalls();
		Map<String, Integer> calls = new TreeMap<>(all);
		calls.replaceAll((call, count) -> count - this.forgotten.getOrDefault(call, 0));
		calls.values().removeIf((count) -> count == 0);
		this.forgotten.putAll(all);
		return calls;
	}

	private Map<String, Integer> allCalls() {
		Map<String, Integer> all = new TreeMap<>();
		for (Counter counter : bean(MeterRegistry.class).find("function.calls").counters()) {
			Meter.Id id = counter.getId();
			String caller = String.valueOf(id.getTag("caller.function")).isEmpty() ? ""
					: id.getTag("caller.module") + "." + id.getTag("caller.function") + " > ";
			String call = caller + id.getTag("module") + "." + id.getTag("function") + " " + id.getTag("result");
			all.merge(call.replace(PACKAGE, ""), (int) counter.count(), Integer::sum);
		}
		return all;
	}

	/**
	 * Return the functions known so far.
	 * @return texts such as {@code Orders.place}
	 */
	List<String> functions() {
		return bean(FunctionCatalog.class).snapshot()
			.stream()
			.map((function) -> function.id().toString().replace(PACKAGE, ""))
			.toList();
	}

	/**
	 * Return the problems found.
	 * @return texts that start with the code and the place
	 */
	List<String> problems() {
		// It does not stop before it has found them all.
		this.context.getBean("autometricsProblemSearch", SmartLifecycle.class).stop();
		return bean(Problems.class).snapshot()
			.stream()
			.filter((problem) -> problem.severity() == Severity.WARN)
			.map((problem) -> problem.code().code() + " " + problem.place().replace(PACKAGE, "") + ": "
					+ problem.message())
			.toList();
	}

	@Override
	public void close() {
		this.context.close();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Orders.class, Ledger.class, ArticleStore.class, CustomerStore.class, CardPayments.class, Warehouse.class,
			Opening.class })
	static class Beans {

		@Bean
		SimpleMeterRegistry registry() {
			return new SimpleMeterRegistry();
		}

	}

}
