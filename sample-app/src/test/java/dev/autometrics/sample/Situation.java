package dev.autometrics.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.autometrics.model.ObjectiveRecords;

/**
 * What happens to the calls of an objective, and what the rules are expected to make of
 * it. The objective is named after the situation. Minutes to an alert are counted from
 * the first bad call, minutes to silence from the last one, both rounded down.
 */
final class Situation {

	private static final String FUNCTION = "function=\"place\",module=\"com.acme.Orders\",";

	private final String name;

	private final Calls calls;

	private final Map<String, String> series = new LinkedHashMap<>();

	private final List<Expectation> expectations = new ArrayList<>();

	private Situation(String name, Calls calls) {
		this.name = name;
		this.calls = calls;
	}

	/**
	 * Describe calls of which the bad ones fail.
	 * @param name the name of the situation
	 * @param percentile the label {@code objective_percentile}
	 * @param calls the calls
	 * @return a situation without expectations
	 */
	static Situation failures(String name, String percentile, Calls calls) {
		return failures(name, "service_name=\"shop\"", percentile, calls);
	}

	/**
	 * Describe calls of which the bad ones fail.
	 * @param name the name of the situation
	 * @param service the labels of the service
	 * @param percentile the label {@code objective_percentile}
	 * @param calls the calls
	 * @return a situation without expectations
	 */
	static Situation failures(String name, String service, String percentile, Calls calls) {
		Situation situation = new Situation(name, calls);
		String counter = "function_calls_total{" + FUNCTION + service + "," + situation.objective() + ","
				+ "objective_percentile=\"" + percentile + "\",result=\"";
		situation.series.put(counter + "ok\"}", calls.goodOnes());
		situation.series.put(counter + "error\"}", calls.badOnes());
		return situation;
	}

	/**
	 * Describe calls of an application that has no series for failures.
	 * @param name the name of the situation
	 * @param percentile the label {@code objective_percentile}
	 * @param calls the calls
	 * @return a situation without expectations
	 */
	static Situation successes(String name, String percentile, Calls calls) {
		Situation situation = failures(name, percentile, calls);
		situation.series.keySet().removeIf((series) -> series.contains("result=\"error\""));
		return situation;
	}

	/**
	 * Describe calls of which the bad ones take longer than a threshold, for an objective
	 * of 99 %.
	 * @param name the name of the situation
	 * @param threshold the label {@code objective_latency_threshold}
	 * @param bound the label {@code le} of the bucket of the good ones
	 * @param calls the calls
	 * @return a situation without expectations
	 */
	static Situation delays(String name, String threshold, String bound, Calls calls) {
		Situation situation = new Situation(name, calls);
		String histogram = "function_calls_duration_seconds_%s{" + FUNCTION + "service_name=\"shop\","
				+ situation.objective() + ",objective_percentile=\"99\",objective_latency_threshold=\"" + threshold
				+ "\"%s}";
		situation.series.put(histogram.formatted("bucket", ",le=\"" + bound + "\""), calls.goodOnes());
		situation.series.put(histogram.formatted("bucket", ",le=\"+Inf\""), calls.allOfThem());
		situation.series.put(histogram.formatted("count", ""), calls.allOfThem());
		return situation;
	}

	/**
	 * Let other calls happen at the same time.
	 * @param other the other calls
	 * @return this situation
	 */
	Situation beside(Situation other) {
		this.series.putAll(other.series);
		return this;
	}

	Situation pagesWithin(int minutes) {
		return firesWithin("page", minutes);
	}

	Situation opensTicketWithin(int minutes) {
		return firesWithin("ticket", minutes);
	}

	private Situation firesWithin(String severity, int minutes) {
		String first = "floor(min_over_time(timestamp(" + firing(severity) + ")[" + length() + ":" + resolution()
				+ "]) / 60 - " + this.calls.badFrom() + ")";
		return expect("count(" + first + " >= 0)", 1.0).expect(first + " > " + minutes, null);
	}

	/**
	 * Expect that the page is silent again.
	 * @param minutes how long after the last bad call
	 * @return this situation
	 */
	Situation isSilentWithin(int minutes) {
		return expect("floor(max_over_time(timestamp(" + firing("page") + ")[" + length() + ":" + resolution()
				+ "]) / 60 - " + this.calls.badUntil() + ") > " + minutes, null);
	}

	Situation neverPages() {
		return expect("count_over_time(" + firing("page") + "[" + length() + "])", null);
	}

	Situation neverOpensTicket() {
		return expect("count_over_time(" + firing("ticket") + "[" + length() + "])", null);
	}

	/**
	 * Expect the alert about an objective that nothing watches at the end.
	 * @return this situation
	 */
	Situation isNotWatched() {
		return expect("count(" + notWatched() + ")", 1.0);
	}

	Situation isWatched() {
		return expect(notWatched(), null);
	}

	private String notWatched() {
		return "ALERTS{alertname=\"" + ObjectiveRecords.NO_BUCKET_ALERT + "\",alertstate=\"firing\"," + objective()
				+ "}";
	}

	/**
	 * Expect how much is left of the error budget.
	 * @param minutes when, from the first bad call on
	 * @param least the least share
	 * @param most the greatest share
	 * @return this situation
	 */
	Situation hasBudgetLeft(int minutes, double least, double most) {
		String left = ObjectiveRecords.BUDGET_REMAINING + "{" + objective() + "}";
		this.expectations
			.add(new Expectation("count(" + left + " >= " + least + ")", this.calls.badFrom() + minutes + "m", 1.0));
		this.expectations.add(new Expectation(left + " > " + most, this.calls.badFrom() + minutes + "m", null));
		return this;
	}

	/**
	 * Expect an answer at the end.
	 * @param expression a query
	 * @param value its only value, without labels, or {@code null} for no answer
	 * @return this situation
	 */
	Situation expect(String expression, Double value) {
		this.expectations.add(new Expectation(expression, length(), value));
		return this;
	}

	/**
	 * Return the selector of an alert.
	 * @param severity its severity
	 * @return the series that is there while it fires
	 */
	String firing(String severity) {
		return "ALERTS{alertname=\"" + ObjectiveRecords.BUDGET_BURN_ALERT + "\",alertstate=\"firing\",severity=\""
				+ severity + "\"," + objective() + "}";
	}

	/**
	 * Return what tells the series of this situation and the failures of its expectations
	 * from those of others.
	 * @return a matcher
	 */
	String objective() {
		return "objective_name=\"" + this.name + "\"";
	}

	// No query may have more than 10,000 steps.
	private String resolution() {
		return (this.calls.minutes() < 24 * 60) ? "30s" : "2m";
	}

	private String length() {
		return this.calls.minutes() + "m";
	}

	Map<String, String> series() {
		return this.series;
	}

	List<Expectation> expectations() {
		return this.expectations;
	}

	@Override
	public String toString() {
		return this.name;
	}

	/**
	 * What a query is expected to answer.
	 *
	 * @param query the query
	 * @param time when it is asked, in Prometheus' notation
	 * @param value the only value, without labels, or {@code null} for no answer
	 */
	record Expectation(String query, String time, Double value) {

	}

}
