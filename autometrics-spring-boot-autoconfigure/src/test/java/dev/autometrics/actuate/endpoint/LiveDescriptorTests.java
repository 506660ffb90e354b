package dev.autometrics.actuate.endpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.autometrics.Result;
import dev.autometrics.explorer.Figures;
import dev.autometrics.explorer.LiveSource;
import dev.autometrics.live.CallHistory;
import dev.autometrics.live.FunctionFigures;
import dev.autometrics.live.LiveFigures;
import dev.autometrics.live.MovableClock;
import dev.autometrics.model.FunctionCatalog;
import dev.autometrics.model.FunctionId;
import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.model.Objectives;
import dev.autometrics.model.ResultSettings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LiveDescriptor}.
 */
class LiveDescriptorTests {

	private static final int FUNCTIONS = 500;

	private static final int MOST_BYTES = 40 * 1024;

	private static final long[] BOUNDS = { 5_000_000, 10_000_000, 25_000_000, 50_000_000, 75_000_000, 100_000_000,
			250_000_000, 500_000_000, 750_000_000, 1_000_000_000 };

	private final Random random = new Random(7);

	private final MovableClock clock = new MovableClock();

	private final LiveFigures figures = new LiveFigures(this.clock);

	private final FunctionCatalog catalog = new FunctionCatalog();

	private final CallHistory history = new CallHistory(this.figures,
			new CallHistory.Settings(Duration.ofMinutes(15), Duration.ofSeconds(10)));

	@Test
	void figuresOfManyBusyFunctionsAreFewBytes() throws IOException {
		this.figures.detail(new LiveFigures.Details((id) -> BOUNDS, 20));
		for (int i = 0; i < FUNCTIONS; i++) {
			this.catalog
				.add(new InstrumentedFunction(id(i), "place()", null, false, ResultSettings.DEFAULT, new TreeSet<>()));
		}
		for (int sample = 0; sample < 90; sample++) {
			this.catalog.snapshot().forEach((function) -> call(this.figures.of(function.id())));
			this.clock.move(Duration.ofSeconds(10));
			this.history.sample();
		}

		LiveDescriptor live = live();

		assertThat(live.rows()).hasSize(FUNCTIONS).allSatisfy((row) -> {
			assertThat(row).hasSize(10).doesNotContainNull();
			assertThat((List<?>) row.get(9)).hasSizeBetween(15, 20);
		});
		byte[] json = new ObjectMapper().registerModule(new JavaTimeModule()).writeValueAsBytes(live);
		assertThat(gzip(json)).hasSizeLessThan(MOST_BYTES);
	}

	private LiveDescriptor live() {
		Figures source = Figures.ofThisInstance(
				new LiveSource(this.catalog, this.figures, this.history, Objectives.NONE), this.history.settings());
		return LiveDescriptor.of(this.clock.instant(), new FunctionIndex(this.catalog),
				source.ask(null, false, (figures, range) -> figures.functions(range)));
	}

	private static FunctionId id(int number) {
		return new FunctionId(
				"com.acme.shop.order.%s%dService".formatted((number % 2 == 0) ? "Stock" : "Payment", number / 7),
				"findEverythingOf" + number % 7);
	}

	private void call(FunctionFigures figures) {
		int calls = 1 + this.random.nextInt(60);
		for (int i = 0; i < calls; i++) {
			figures.start();
			figures.end(null, (this.random.nextInt(20) == 0) ? Result.ERROR : Result.OK,
					(long) (30_000_000 * Math.exp(this.random.nextGaussian())));
		}
	}

	private static byte[] gzip(byte[] content) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream stream = new GZIPOutputStream(bytes)) {
			stream.write(content);
		}
		return bytes.toByteArray();
	}

}
