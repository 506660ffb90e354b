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
		this.figures.end(Result.OK);
		this.figures.end(Result.ERROR);

		assertThat(this.figures.calls()).isEqualTo(2);
		assertThat(this.figures.errors()).isEqualTo(1);
		assertThat(this.figures.concurrent()).isEqualTo(1);
	}

	@Test
	void callsUnderWayAreNeverNegative() {
		this.figures.end(Result.OK);

		assertThat(this.figures.concurrent()).isZero();
	}

}
