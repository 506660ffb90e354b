package dev.autometrics.live;

import java.time.Instant;

/**
 * Calls of a function between two samples.
 *
 * @param at when the second one was taken
 * @param window the calls; its time is not known in a gap
 * @param concurrent the calls that were under way
 * @since 0.1.0
 */
public record CallSample(Instant at, CallWindow window, int concurrent) {

}
