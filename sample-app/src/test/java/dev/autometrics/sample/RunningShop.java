package dev.autometrics.sample;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The shop, started as {@code main} would start it, with further beans and properties. It
 * listens on the loopback interface only.
 */
final class RunningShop implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	// Good enough for values that need no escaping.
	private static final Pattern LABEL = Pattern.compile("[{,](\\w+)=\"([^\"]*)\"");

	private final ConfigurableApplicationContext context;

	private RunningShop(ConfigurableApplicationContext context) {
		this.context = context;
	}

	/**
	 * Start the shop on a free port, unless the properties name one.
	 * @param properties properties that come before all others
	 * @param beans types of further beans
	 * @return the running shop
	 */
	static RunningShop start(Map<String, Object> properties, Class<?>... beans) {
		Map<String, Object> all = new LinkedHashMap<>(Map.of("server.address", "127.0.0.1", "server.port", 0));
		all.putAll(properties);
		String[] arguments = all.entrySet()
			.stream()
			.map((property) -> "--" + property.getKey() + "=" + property.getValue())
			.toArray(String[]::new);
		return new RunningShop(new SpringApplicationBuilder(ShopApplication.class).sources(beans).run(arguments));
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	boolean hasBean(String name) {
		return this.context.containsBean(name);
	}

	/**
	 * Return what the endpoint lists.
	 * @return the functions with their usual queries
	 */
	List<PrintedFunction> functions() {
		return application().path("functions").valueStream().map(PrintedFunction::of).toList();
	}

	/**
	 * Return what the endpoint says of one function.
	 * @param id the id of the function
	 * @return the function with all of its queries
	 */
	PrintedFunction function(String id) {
		return PrintedFunction.of(JSON.readTree(get("autometrics/" + id)));
	}

	PrintedFunction function(Class<?> module, String function) {
		String id = functions().stream()
			.filter((candidate) -> candidate.module().equals(module.getName()))
			.filter((candidate) -> candidate.function().equals(function))
			.map(PrintedFunction::id)
			.findFirst()
			.orElseThrow();
		return function(id);
	}

	JsonNode application() {
		return JSON.readTree(get("autometrics"));
	}

	JsonNode service() {
		return application().path("service");
	}

	/**
	 * Return what Prometheus would read.
	 * @param metric the name of a metric
	 * @return its series
	 */
	List<Sample> scrape(String metric) {
		return get("prometheus").lines()
			.filter((line) -> line.startsWith(metric + "{"))
			.map(RunningShop::sample)
			.toList();
	}

	private static Sample sample(String line) {
		Map<String, String> labels = LABEL.matcher(line)
			.results()
			.collect(Collectors.toMap((label) -> label.group(1), (label) -> label.group(2)));
		return new Sample(labels, Double.parseDouble(line.substring(line.lastIndexOf(' '))));
	}

	private String get(String path) {
		HttpResponse<String> response = Http.get(url() + "/actuator/" + path);
		assertThat(response.statusCode()).as(path).isEqualTo(200);
		return response.body();
	}

	String url() {
		return "http://127.0.0.1:" + this.context.getEnvironment().getRequiredProperty("local.server.port");
	}

	@Override
	public void close() {
		this.context.close();
	}

}
