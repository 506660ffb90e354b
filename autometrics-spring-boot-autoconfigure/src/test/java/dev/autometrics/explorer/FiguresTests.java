package dev.autometrics.explorer;

import java.time.Duration;
import java.util.List;

import dev.autometrics.explorer.Figures.Answer;
import dev.autometrics.explorer.Figures.Mode;
import dev.autometrics.live.CallHistory;
import dev.autometrics.model.FunctionId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Figures}.
 */
class FiguresTests {

	private static final CallHistory.Settings HISTORY = new CallHistory.Settings(Duration.ofMinutes(15),
			Duration.ofSeconds(10));

	private static final PrometheusStatus STATUS = new PrometheusStatus(PrometheusStatus.State.UNREACHABLE,
			"http://prom:9090", "connection refused", null, null);

	private final FigureSource live = new Fixed("live", false);

	@Test
	void prometheusAnswersWhereItCan() {
		Answer<String> answer = ask(new Fixed("prometheus", false), TimeRange.DAY, false);

		assertThat(answer.value()).isEqualTo("prometheus 1d");
		assertThat(answer.range()).isEqualTo(TimeRange.DAY);
		assertThat(answer.origin()).isEqualTo(new Figures.Origin(Mode.PROMETHEUS, HISTORY, STATUS));
		assertThat(ask(new Fixed("prometheus", false), null, false).range()).isEqualTo(TimeRange.HOUR);
	}

	@Test
	void thisInstanceAnswersWhereItCannot() {
		Answer<String> answer = ask(new Fixed("prometheus", true), TimeRange.DAY, false);

		assertThat(answer.value()).isEqualTo("live 15m");
		assertThat(answer.range()).isEqualTo(TimeRange.MINUTES_15);
		assertThat(answer.origin()).isEqualTo(new Figures.Origin(Mode.LIVE, HISTORY, STATUS));
	}

	@Test
	void thisInstanceAnswersWhenItIsAsked() {
		assertThat(ask(new Fixed("prometheus", false), null, true).value()).isEqualTo("live 15m");
		assertThat(Figures.ofThisInstance(this.live, HISTORY)
			.ask(null, false, FiguresTests::text)
			.origin()
			.prometheus()
			.state()).isEqualTo(PrometheusStatus.State.NOT_CONFIGURED);
	}

	private Answer<String> ask(FigureSource prometheus, TimeRange range, boolean thisInstance) {
		return new Figures(this.live, HISTORY, prometheus, () -> STATUS).ask(range, thisInstance, FiguresTests::text);
	}

	private static String text(FigureSource source, TimeRange range) {
		return source.functions(range).get(0).function().function();
	}

	private record Fixed(String name, boolean broken) implements FigureSource {

		@Override
		public List<FunctionRow> functions(TimeRange range) {
			if (this.broken) {
				throw new FiguresUnavailableException("It is broken.", null);
			}
			return List.of(new FunctionRow(new FunctionId("m", this.name + " " + range.text()), null, null,
					Percentiles.UNKNOWN, null, null, null, List.of()));
		}

		@Override
		public FunctionSeries series(FunctionId function, TimeRange range) {
			throw new UnsupportedOperationException();
		}

		@Override
		public List<CallEdge> calls(TimeRange range) {
			throw new UnsupportedOperationException();
		}

		@Override
		public List<TargetState> objectives() {
			throw new UnsupportedOperationException();
		}

	}

}
