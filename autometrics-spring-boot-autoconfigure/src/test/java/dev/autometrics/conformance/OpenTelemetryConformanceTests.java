package dev.autometrics.conformance;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The specification once more, with metrics that are recorded with OpenTelemetry and
 * scraped from its exporter.
 */
@ExtendWith(OpenTelemetryConformanceTests.WithOpenTelemetry.class)
class OpenTelemetryConformanceTests {

	@Nested
	class BuildInfo extends BuildInfoTests {

	}

	@Nested
	class CallMetrics extends CallMetricsTests {

	}

	@Nested
	class CallerLabel extends CallerLabelTests {

	}

	@Nested
	class Concurrency extends ConcurrencyTests {

	}

	@Nested
	class DurationMetrics extends DurationMetricsTests {

	}

	@Nested
	class FunctionLabel extends FunctionLabelTests {

	}

	@Nested
	class ObjectiveLabel extends ObjectiveLabelTests {

		@Test
		@Override
		@DisplayName("S10 a threshold that is no bucket becomes one, for all functions")
		void thresholdBecomesABucket() {
			for (String function : new String[] { "odd", "none" }) {
				assertThat(of(function, Samples.BUCKET)).extracting((sample) -> sample.label("le"))
					.containsExactly("0.005", "0.01", "0.025", "0.05", "0.075", "0.1", "0.25", "0.3", "0.5", "0.75",
							"1.0", "2.5", "5.0", "7.5", "10.0", "+Inf");
			}
		}

	}

	@Nested
	class OlderForm extends OlderFormTests {

	}

	/**
	 * Lets applications record with OpenTelemetry.
	 */
	static final class WithOpenTelemetry implements BeforeAllCallback, AfterAllCallback {

		@Override
		public void beforeAll(ExtensionContext context) {
			RunningApplication.recordWith(Recorder.OPENTELEMETRY);
		}

		@Override
		public void afterAll(ExtensionContext context) {
			RunningApplication.recordWith(Recorder.MICROMETER);
		}

	}

}
