package dev.autometrics.live;

import dev.autometrics.Result;
import dev.autometrics.model.FunctionId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CallDetails}.
 */
class CallDetailsTests {

	private static final FunctionId FIRST = new FunctionId("com.acme.Shop", "first");

	private static final FunctionId SECOND = new FunctionId("com.acme.Shop", "second");

	private static final FunctionId THIRD = new FunctionId("com.acme.Shop", "third");

	private final CallDetails details = new CallDetails(new long[] { 10, 100 }, 2);

	@Test
	void hasNoCallersBeforeTheFirstCall() {
		assertThat(this.details.callers()).isEmpty();
		assertThat(this.details.calls()).isZero();
	}

	@Test
	void callsOfTheFirstCallerAreThoseThatOthersLeave() {
		record(FIRST, Result.OK, 3);
		record(FIRST, Result.ERROR, 1);
		record(SECOND, Result.OK, 2);
		record(null, Result.ERROR, 4);

		assertThat(countsOf(FIRST)).containsExactly(3, 1);
		assertThat(countsOf(SECOND)).containsExactly(2, 0);
		assertThat(countsOf(null)).containsExactly(0, 4);
		assertThat(this.details.calls()).isEqualTo(10);
		assertThat(this.details.errors()).isEqualTo(5);
	}

	@Test
	void nobodyKnownMayBeTheFirstCaller() {
		record(null, Result.OK, 2);
		record(FIRST, Result.OK, 1);

		assertThat(countsOf(null)).containsExactly(2, 0);
		assertThat(countsOf(FIRST)).containsExactly(1, 0);
	}

	@Test
	void equalIdentitiesAreOneCaller() {
		record(FIRST, Result.OK, 1);
		record(new FunctionId("com.acme.Shop", "first"), Result.OK, 1);
		record(SECOND, Result.OK, 1);
		record(new FunctionId("com.acme.Shop", "second"), Result.OK, 1);

		assertThat(this.details.callers()).hasSize(2);
		assertThat(countsOf(FIRST)).containsExactly(2, 0);
		assertThat(countsOf(SECOND)).containsExactly(2, 0);
	}

	@Test
	void callsOfFurtherCallersCountAsThoseOfNobodyKnown() {
		record(FIRST, Result.OK, 1);
		record(SECOND, Result.OK, 1);
		record(THIRD, Result.OK, 5);

		assertThat(this.details.callers()).extracting(CallerFigures::caller).containsExactly(FIRST, SECOND, null);
		assertThat(countsOf(null)).containsExactly(5, 0);
		assertThat(countsOf(FIRST)).containsExactly(1, 0);
	}

	@Test
	void furtherCallersJoinNobodyKnownWhoCameFirst() {
		record(null, Result.OK, 1);
		record(FIRST, Result.OK, 1);
		record(SECOND, Result.OK, 1);
		record(THIRD, Result.ERROR, 5);

		assertThat(this.details.callers()).hasSize(3);
		assertThat(countsOf(null)).containsExactly(1, 5);
	}

	private void record(@Nullable FunctionId caller, Result result, int calls) {
		for (int i = 0; i < calls; i++) {
			this.details.record(caller, result, 50);
		}
	}

	private long[] countsOf(@Nullable FunctionId caller) {
		return this.details.callers()
			.stream()
			.filter((figures) -> (caller != null) ? caller.equals(figures.caller()) : figures.caller() == null)
			.map(this.details::counts)
			.findFirst()
			.orElseThrow();
	}

}
