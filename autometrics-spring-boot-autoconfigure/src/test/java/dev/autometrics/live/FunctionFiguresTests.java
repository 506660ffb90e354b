package dev.autometrics.live;

import dev.autometrics.Result;
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

}
