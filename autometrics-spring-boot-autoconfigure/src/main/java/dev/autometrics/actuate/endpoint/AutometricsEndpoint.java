package dev.autometrics.actuate.endpoint;

import dev.autometrics.problems.Problems;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/**
 * Endpoint that lists the functions of the application with their queries and links.
 *
 * @since 0.1.0
 */
@Endpoint(id = "autometrics")
public final class AutometricsEndpoint {

	static final String ACTUATOR_V3 = "application/vnd.spring-boot.actuator.v3+json";

	static final String ACTUATOR_V2 = "application/vnd.spring-boot.actuator.v2+json";

	static final String JSON = "application/json";

	static final String YAML = "application/yaml";

	private final FunctionDescriptors functions;

	private final ObjectiveDescriptors objectives;

	private final Problems problems;

	/**
	 * Create the endpoint.
	 * @param functions what describes the functions
	 * @param objectives what describes the objectives
	 * @param problems what is not measured
	 */
	public AutometricsEndpoint(FunctionDescriptors functions, ObjectiveDescriptors objectives, Problems problems) {
		this.functions = functions;
		this.objectives = objectives;
		this.problems = problems;
	}

	/**
	 * Describe the application and its functions.
	 * @return the descriptor
	 */
	@ReadOperation
	public ApplicationDescriptor application() {
		// Asking for these may be what finds a problem.
		ObjectiveList objectives = this.objectives.list(new ExplorerRequest(null, false));
		return this.functions.all(objectives, this.problems.snapshot());
	}

	/**
	 * Return whether the metrics have an older form, for which there are no files.
	 * @return {@code true} if they are not those of the specification
	 */
	boolean hasOlderMetrics() {
		return this.functions.areOfOlderForm();
	}

	/**
	 * Describe one function, with every query there is.
	 * @param id the id of the function
	 * @return the descriptor, or {@code null} if there is no such function
	 */
	@ReadOperation(produces = { ACTUATOR_V3, ACTUATOR_V2, JSON, YAML })
	public @Nullable FunctionDescriptor function(@Selector String id) {
		return this.functions.one(id);
	}

}
