package dev.autometrics.actuate.endpoint;

import java.util.List;

import dev.autometrics.actuate.endpoint.ApplicationDescriptor.ProblemDescriptor;
import dev.autometrics.problems.Problem;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * What is not measured, and why.
 *
 * @param problems the problems, the worst first
 * @since 0.1.0
 */
public record ProblemList(List<ProblemDescriptor> problems) implements OperationResponseBody {

	static ProblemList of(List<Problem> problems) {
		return new ProblemList(problems.stream().map(ProblemDescriptor::of).toList());
	}

}
