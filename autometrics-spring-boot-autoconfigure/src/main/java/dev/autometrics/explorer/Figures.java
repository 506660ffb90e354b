package dev.autometrics.explorer;

import java.util.function.Supplier;

import dev.autometrics.live.CallHistory;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the application, from the best source that answers: Prometheus, which
 * knows all instances and their past, else the memory of this instance. Safe for
 * concurrent use.
 *
 * @since 0.1.0
 */
public final class Figures {

	private final FigureSource live;

	private final CallHistory.Settings history;

	private final @Nullable FigureSource prometheus;

	private final Supplier<PrometheusStatus> status;

	/**
	 * Create figures.
	 * @param live the memory of this instance, which always answers
	 * @param history how far that goes back
	 * @param prometheus the better source, {@code null} for none
	 * @param status how it stands with that one
	 */
	public Figures(FigureSource live, CallHistory.Settings history, @Nullable FigureSource prometheus,
			Supplier<PrometheusStatus> status) {
		this.live = live;
		this.history = history;
		this.prometheus = prometheus;
		this.status = status;
	}

	/**
	 * Create the figures of this instance alone.
	 * @param live the memory of this instance, which always answers
	 * @param history how far that goes back
	 * @return figures without Prometheus
	 */
	public static Figures ofThisInstance(FigureSource live, CallHistory.Settings history) {
		return new Figures(live, history, null, () -> PrometheusStatus.NOT_CONFIGURED);
	}

	/**
	 * Ask the best source that answers.
	 * @param <T> the type of the answer
	 * @param range how far figures go back, {@code null} for what suits the source
	 * @param thisInstance whether only this instance is of interest
	 * @param question what is asked of the source
	 * @return the answer
	 */
	public <T> Answer<T> ask(@Nullable TimeRange range, boolean thisInstance, Question<T> question) {
		if (this.prometheus != null && !thisInstance) {
			TimeRange actual = (range != null) ? range : TimeRange.HOUR;
			try {
				T value = question.ask(this.prometheus, actual);
				return new Answer<>(value, new Origin(Mode.PROMETHEUS, this.history, this.status.get()), actual);
			}
			catch (FiguresUnavailableException ex) {
				// The status tells why. This instance answers instead.
			}
		}
		TimeRange actual = inMemory(range);
		return new Answer<>(question.ask(this.live, actual), new Origin(Mode.LIVE, this.history, this.status.get()),
				actual);
	}

	// Nothing longer than what is in memory.
	private TimeRange inMemory(@Nullable TimeRange range) {
		return (range != null && range.length().compareTo(this.history.length()) <= 0) ? range : TimeRange.MINUTES_15;
	}

	/**
	 * Which source answers.
	 */
	public enum Mode {

		/**
		 * The memory of this instance.
		 */
		LIVE,

		/**
		 * Prometheus.
		 */
		PROMETHEUS

	}

	/**
	 * A question to a source.
	 *
	 * @param <T> the type of the answer
	 */
	@FunctionalInterface
	public interface Question<T> {

		/**
		 * Ask.
		 * @param source the source
		 * @param range how far figures go back
		 * @return the answer
		 * @throws FiguresUnavailableException if the source does not answer
		 */
		T ask(FigureSource source, TimeRange range);

	}

	/**
	 * Where an answer comes from.
	 *
	 * @param mode the source
	 * @param history what this instance keeps in memory
	 * @param prometheus how it stands with Prometheus
	 */
	public record Origin(Mode mode, CallHistory.Settings history, PrometheusStatus prometheus) {

	}

	/**
	 * An answer.
	 *
	 * @param <T> the type of the value
	 * @param value what was asked for
	 * @param origin where it comes from
	 * @param range how far it goes back
	 */
	public record Answer<T>(T value, Origin origin, TimeRange range) {

	}

}
