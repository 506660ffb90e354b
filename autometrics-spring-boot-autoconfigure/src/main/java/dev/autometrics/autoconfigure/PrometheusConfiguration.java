package dev.autometrics.autoconfigure;

import java.time.InstantSource;

import dev.autometrics.explorer.PrometheusSource;
import dev.autometrics.model.BuildInfo;
import dev.autometrics.model.MetricsFormat;
import dev.autometrics.model.Objectives;
import dev.autometrics.problems.Problems;
import dev.autometrics.prometheus.PrometheusTarget;
import dev.autometrics.promql.LabelMatchers;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The Prometheus that the endpoint's figures come from. Nothing is asked, and no
 * connection is made, before somebody asks the endpoint.
 */
@Configuration(proxyBeanMethods = false)
class PrometheusConfiguration {

	// What is asked for are the metrics of the specification, whichever are published.
	@Bean(destroyMethod = "close")
	PrometheusConnection autometricsPrometheusConnection(EarlyProperties early, Environment environment,
			ObjectProvider<SslBundles> bundles) {
		PrometheusTarget target = new PrometheusSettings(early.properties().prometheus(), environment,
				() -> bundles.getIfAvailable(DefaultSslBundleRegistry::new))
			.target();
		boolean isPublished = FormatSetting.format(early.properties()) == MetricsFormat.V1_0_0;
		return PrometheusConnection.to(isPublished ? target : null);
	}

	@Bean
	PrometheusSource.Settings autometricsPrometheusSourceSettings(BuildInfo buildInfo, LabelMatchers conditions,
			Objectives objectives) {
		return new PrometheusSource.Settings(buildInfo.service(), conditions, objectives, InstantSource.system());
	}

	@Bean
	PrometheusFigures autometricsPrometheusFigures(PrometheusConnection connection, PrometheusSource.Settings settings,
			Problems problems) {
		return PrometheusFigures.of(connection, settings, problems);
	}

}
