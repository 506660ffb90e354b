package dev.autometrics.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import dev.autometrics.Result;
import dev.autometrics.interceptor.FunctionLabelStyle;
import dev.autometrics.interceptor.TypePattern;
import dev.autometrics.interceptor.TypeSelection;
import dev.autometrics.problems.ProblemMode;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;

/**
 * Configuration properties of Autometrics.
 *
 * @param enabled Whether functions are measured.
 * @param mode How functions are measured: by proxies of Spring, or in classes that
 * AspectJ has woven.
 * @param tracker What functions are recorded with: micrometer or opentelemetry. Taken
 * from the environment variable AUTOMETRICS_TRACKER if not set.
 * @param metricsFormat Form of the metrics: 1.0.0 is that of the specification, 0.5 an
 * older one for dashboards that use it.
 * @param serviceName Name of the application in the metrics. Taken from the environment,
 * spring.application.name, the build or the main class if not set.
 * @param version Version of the application in the metric build_info. Taken from the
 * environment or the build if not set.
 * @param commit Commit that the application was built from. Taken from the environment or
 * git.properties if not set.
 * @param branch Branch that the application was built from. Taken from the environment or
 * git.properties if not set.
 * @param repository Source repository of the application.
 * @param objectives Objectives (SLOs) of functions, by name.
 * @param include Packages and classes that are measured without an annotation, such as
 * com.acme.orders, com.acme.**.*Repository, or annotations of classes, such as
 * {@literal @}org.springframework.stereotype.Service.
 * @param exclude Packages, classes and annotations of classes that include does not stand
 * for.
 * @param problems What becomes of problems, the reasons why something is not measured.
 * @param limits How much is measured before something is wrong.
 * @param order Order of the advice among other advisors. The lower, the further outside.
 * @param buckets Upper bounds of the buckets of the duration histogram.
 * @param trackConcurrency Whether the number of calls under way is published for every
 * function.
 * @param callers Callers of functions.
 * @param results What counts as an error.
 * @param exemplars Traces that calls name.
 * @param labels Values of the labels.
 * @param prometheus Prometheus that the links lead to and that figures come from.
 * @param grafana Grafana that further links lead to.
 * @param export Files that are written when the application starts.
 * @param explorer Page at /actuator/autometrics, and what it shows of this instance.
 * @since 0.1.0
 */
@ConfigurationProperties(AutometricsProperties.PREFIX)
public record AutometricsProperties(@DefaultValue("true") boolean enabled, @DefaultValue("proxy") AutometricsMode mode,
		@DefaultValue("micrometer") String tracker, @DefaultValue("1.0.0") String metricsFormat,
		@Nullable String serviceName, @Nullable String version, @Nullable String commit, @Nullable String branch,
		@DefaultValue Repository repository, @DefaultValue Map<String, ObjectiveSettings> objectives,
		@DefaultValue List<String> include, @DefaultValue List<String> exclude,
		@DefaultValue("warn") ProblemMode problems, @DefaultValue Limits limits, @DefaultValue("0") int order,
		@DefaultValue(AutometricsProperties.DEFAULT_BUCKETS) List<Duration> buckets,
		@DefaultValue("false") boolean trackConcurrency, @DefaultValue Callers callers, @DefaultValue Results results,
		@DefaultValue Exemplars exemplars, @DefaultValue Labels labels,
		@DefaultValue @NestedConfigurationProperty PrometheusProperties prometheus, @DefaultValue Grafana grafana,
		@DefaultValue Export export, @DefaultValue Explorer explorer) {

	static final String PREFIX = "autometrics";

	/**
	 * The buckets of the specification (S5).
	 */
	static final String DEFAULT_BUCKETS = "5ms,10ms,25ms,50ms,75ms,100ms,250ms,500ms,750ms,1s,2500ms,5s,7500ms,10s";

	public AutometricsProperties {
		objectives = Collections.unmodifiableMap(new LinkedHashMap<>(objectives));
		include = List.copyOf(include);
		exclude = List.copyOf(exclude);
		buckets = List.copyOf(new TreeSet<>(buckets));
	}

	/**
	 * Return the properties before there are beans for them, checked.
	 * @param environment where they are
	 * @return the properties
	 * @throws InvalidConfigurationPropertyValueException if a value is of no use
	 */
	static AutometricsProperties from(Environment environment) {
		AutometricsProperties properties = Binder.get(environment).bindOrCreate(PREFIX, AutometricsProperties.class);
		RecordingSettings.checkBuckets(properties.buckets());
		properties.limits().check();
		FormatSetting.check(properties);
		ExplorerSettings.check(properties.explorer());
		SelectorSetting.conditions(properties);
		LinkSettings.check(properties);
		PrometheusSettings.check(properties.prometheus(), environment);
		return properties;
	}

	TypeSelection selection() {
		return new TypeSelection(patterns("include", this.include), patterns("exclude", this.exclude));
	}

	private static List<TypePattern> patterns(String name, List<String> patterns) {
		List<TypePattern> parsed = new ArrayList<>();
		for (String pattern : patterns) {
			parsed.add(pattern(PREFIX + "." + name, pattern.trim()));
		}
		return parsed;
	}

	private static TypePattern pattern(String property, String pattern) {
		try {
			return new TypePattern(pattern);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidConfigurationPropertyValueException(property, pattern,
					"It has to be the name of a package or a class, in which * stands for some characters and ** for "
							+ "some packages, or @ and the name of an annotation.");
		}
	}

	/**
	 * Source repository of the application.
	 *
	 * @param url Address of the repository in the metric build_info. Taken from the
	 * environment, git.properties or the working copy if not set. Credentials are
	 * removed.
	 * @param provider Who hosts the repository, such as github. Derived from the address
	 * if not set.
	 * @param detect Whether the repository is looked for in git.properties and in the
	 * working copy.
	 */
	public record Repository(@Nullable String url, @Nullable String provider, @DefaultValue("true") boolean detect) {

	}

	/**
	 * Callers of functions.
	 *
	 * @param enabled Whether calls are told apart by the function that calls.
	 * @param propagate Whether the caller is carried to the threads of Spring Boot's task
	 * executor and of Reactor. Needs io.micrometer:context-propagation.
	 */
	public record Callers(@DefaultValue("true") boolean enabled, @DefaultValue("false") boolean propagate) {

	}

	/**
	 * Objective (SLO) of functions.
	 *
	 * @param successRate Share of the calls that have to succeed, in percent, such as
	 * 99.9.
	 * @param latency Share of the calls that have to be quick.
	 */
	public record ObjectiveSettings(@Nullable Double successRate, @Nullable Latency latency) {

		/**
		 * Share of the calls that have to be quick.
		 *
		 * @param threshold Longest duration of a quick call, such as 250ms.
		 * @param percentile Share of the calls that have to be quick, in percent, such as
		 * 99.
		 */
		public record Latency(@Nullable Duration threshold, @Nullable Double percentile) {

		}

	}

	/**
	 * What counts as an error.
	 *
	 * @param cancelled What a call counts as that is cancelled.
	 * @param byHttpStatus Whether responses and exceptions count by their HTTP status:
	 * client errors (4xx) as ok, server errors (5xx) as error.
	 */
	public record Results(@DefaultValue("ok") Result cancelled, @DefaultValue("false") boolean byHttpStatus) {

	}

	/**
	 * How much is measured before something is wrong.
	 *
	 * @param functions Functions beyond which there is a problem. Those of beans are
	 * measured all the same.
	 * @param callers Callers of one function that are told apart. Calls of further ones
	 * count without a caller.
	 * @param series Time series of all functions beyond which no more callers are told
	 * apart.
	 */
	public record Limits(@DefaultValue("300") int functions, @DefaultValue("20") int callers,
			@DefaultValue("10000") int series) {

		private void check() {
			check("functions", this.functions);
			check("callers", this.callers);
			check("series", this.series);
		}

		private static void check(String name, int value) {
			if (value < 0) {
				throw new InvalidConfigurationPropertyValueException(PREFIX + ".limits." + name, value,
						"A limit is zero or more.");
			}
		}

	}

	/**
	 * Traces that calls name.
	 *
	 * @param enabled Whether the metrics of functions have exemplars, where there are
	 * traces. Taken from the environment variable AUTOMETRICS_EXEMPLARS if not set.
	 */
	public record Exemplars(@DefaultValue("true") boolean enabled) {

		/**
		 * Return what the environment variable AUTOMETRICS_EXEMPLARS says, which Spring
		 * Boot takes for the value of all of this.
		 * @param value the value of the variable
		 * @return the settings
		 */
		public static Exemplars of(String value) {
			return new Exemplars(ExemplarSettings.isTrue(ExemplarSettings.VARIABLE, value));
		}

	}

	/**
	 * Values of the labels.
	 *
	 * @param function What the label named function has: the name of the method, or that
	 * of the type as well.
	 * @param selector Conditions on further labels, which every query, rule and dashboard
	 * has, such as namespace="prod",cluster=~"eu-.*". They tell the environments of a
	 * service apart.
	 */
	public record Labels(@DefaultValue("method") FunctionLabelStyle function, @DefaultValue("") String selector) {

	}

	/**
	 * Grafana that further links lead to.
	 *
	 * @param url Address of Grafana as the browser of a reader sees it.
	 * @param datasourceUid Identifier (uid) of its Prometheus data source.
	 */
	public record Grafana(@Nullable String url, @Nullable String datasourceUid) {

	}

	/**
	 * Files that are written when the application starts.
	 *
	 * @param directory Folder that rules, dashboards and the page of functions are
	 * written to before the application serves anything. Nothing is written if not set.
	 */
	public record Export(@Nullable String directory) {

	}

	/**
	 * Page at /actuator/autometrics, and what it shows of this instance.
	 *
	 * @param enabled Whether there is a page, and a history in memory for it.
	 * @param history How far the history of this instance goes back. Zero for none.
	 * @param sampleInterval Time between two samples of the history.
	 */
	public record Explorer(@DefaultValue("true") boolean enabled, @DefaultValue("15m") Duration history,
			@DefaultValue("10s") Duration sampleInterval) {

	}

}
