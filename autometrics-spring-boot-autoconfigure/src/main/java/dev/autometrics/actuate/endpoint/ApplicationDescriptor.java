package dev.autometrics.actuate.endpoint;

import java.time.Instant;
import java.util.List;

import dev.autometrics.actuate.endpoint.ObjectiveList.ObjectiveDescriptor;
import dev.autometrics.model.BuildInfo;
import dev.autometrics.problems.Problem;
import dev.autometrics.problems.Severity;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * The application and its functions. What is not known is absent in the JSON.
 *
 * @param schemaVersion version of this form, 1
 * @param generatedAt when the figures were read
 * @param service the application
 * @param source where figures come from
 * @param problems what is not measured, and why, the worst first
 * @param objectives how well the objectives are kept
 * @param series how many time series it has
 * @param functionCount the number of functions
 * @param functions the functions, by module and function
 * @since 0.1.0
 */
public record ApplicationDescriptor(int schemaVersion, Instant generatedAt, ServiceDescriptor service,
		SourceDescriptor source, List<ProblemDescriptor> problems, List<ObjectiveDescriptor> objectives,
		SeriesCount series, int functionCount, List<FunctionDescriptor> functions) implements OperationResponseBody {

	public ApplicationDescriptor {
		problems = List.copyOf(problems);
		objectives = List.copyOf(objectives);
		functions = List.copyOf(functions);
	}

	/**
	 * The application, as {@code build_info} has it.
	 *
	 * @param name the value of {@code service_name} on every metric
	 * @param version the version
	 * @param commit the commit
	 * @param branch the branch
	 * @param autometricsVersion the release of the specification that the metrics follow
	 * @param repositoryUrl where the source is
	 * @param repositoryProvider who hosts it
	 * @param startedAt when counting started
	 */
	public record ServiceDescriptor(String name, @Nullable String version, @Nullable String commit,
			@Nullable String branch, String autometricsVersion, @Nullable String repositoryUrl,
			@Nullable String repositoryProvider, Instant startedAt) implements OperationResponseBody {

		static ServiceDescriptor of(BuildInfo buildInfo, Instant startedAt) {
			return new ServiceDescriptor(buildInfo.service(), known(buildInfo.version()), known(buildInfo.commit()),
					known(buildInfo.branch()), buildInfo.format().release(), known(buildInfo.repository().url()),
					known(buildInfo.repository().provider()), startedAt);
		}

		private static @Nullable String known(String value) {
			return value.isEmpty() ? null : value;
		}

	}

	/**
	 * Something that is not measured.
	 *
	 * @param code the kind, such as {@code AM-101}
	 * @param severity how bad it is
	 * @param place where it is
	 * @param message what was found
	 * @param fix what to do about it
	 * @param docs where it is explained
	 */
	public record ProblemDescriptor(String code, Severity severity, String place, String message, String fix,
			String docs) implements OperationResponseBody {

		static ProblemDescriptor of(Problem problem) {
			return new ProblemDescriptor(problem.code().code(), problem.severity(), problem.place(), problem.message(),
					problem.fix(), problem.code().docs());
		}

	}

}
