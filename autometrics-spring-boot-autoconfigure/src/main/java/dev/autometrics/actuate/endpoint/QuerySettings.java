package dev.autometrics.actuate.endpoint;

import dev.autometrics.promql.LabelMatchers;

/**
 * What the queries of an application have in common.
 *
 * @param conditions conditions that tell its series from those of another of its name
 * @param links where the links of the queries lead to
 * @since 0.1.0
 */
public record QuerySettings(LabelMatchers conditions, LinkTargets links) {

}
