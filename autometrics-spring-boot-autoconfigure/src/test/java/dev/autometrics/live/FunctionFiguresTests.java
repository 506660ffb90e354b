package dev.autometrics.live;

import java.time.InstantSource;

import dev.autometrics.Result;
import dev.autometrics.model.FunctionId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FunctionFigures}.
 */
class FunctionFiguresTests {

	private final FunctionFigures figures = new FunctionFigures();

	@Test
	void countsCallsByResultAndThoseUnderWay() {
		this.figures.start();
		this.figures.start();
		this.figures.start();
		this.figures.end(null, Result.OK, 0);
		this.figures.end(null, Result.ERROR, 0);

		assertThat(this.figures.calls()).isEqualTo(2);
		assertThat(this.figures.errors()).isEqualTo(1);
		assertThat(this.figures.concurrent()).isEqualTo(1);
	}

	@Test
	void callsUnderWayAreNeverNegative() {
		this.figures.end(null, Result.OK, 0);

		assertThat(this.figures.concurrent()).isZero();
	}

	@Test
	void nothingIsCountedThatNobodySees() {
		this.figures.start();
		this.figures.end(null, Result.OK, 0);

		this.figures.stop();
		this.figures.start();
		this.figures.start();
		this.figures.discard();
		this.figures.end(null, Result.ERROR, 0);

		assertThat(this.figures.calls()).isOne();
		assertThat(this.figures.errors()).isZero();
		assertThat(this.figures.concurrent()).isZero();
	}

	@Test
	void callsUnderWayThatAreAMetricAreCountedAlways() {
		this.figures.publishConcurrency();
		this.figures.stop();
		this.figures.start();
		this.figures.start();
		this.figures.end(null, Result.OK, 0);

		assertThat(this.figures.concurrent()).isOne();
	}

	@Test
	void figuresThatTurnUpLaterDoNotCountEither() {
		LiveFigures all = new LiveFigures(InstantSource.system());
		all.stop();

		FunctionFigures later = all.of(new FunctionId("module", "function"));
		later.start();

		assertThat(later.concurrent()).isZero();
		later.publishConcurrency();
		later.start();
		assertThat(later.concurrent()).isOne();
	}

}
