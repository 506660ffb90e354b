package dev.autometrics.autoconfigure;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.autometrics.model.FunctionCatalog;
import dev.autometrics.model.InstrumentedFunction;
import dev.autometrics.model.Objectives;
import dev.autometrics.problems.Problem;
import dev.autometrics.problems.ProblemCode;
import dev.autometrics.problems.Problems;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Logs one line when the application has started: how much is measured, and where to look
 * at it.
 */
final class StartReport implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(StartReport.class);

	private final FunctionCatalog catalog;

	private final Objectives objectives;

	private final EndpointAddress address;

	private final Problems problems;

	private volatile boolean running;

	StartReport(FunctionCatalog catalog, Objectives objectives, EndpointAddress address, Problems problems) {
		this.catalog = catalog;
		this.objectives = objectives;
		this.address = address;
		this.problems = problems;
	}

	@Override
	public void start() {
		this.running = true;
		logger.info(summary(this.catalog.snapshot()) + ". " + this.address.sentence());
		if (!this.address.isExposed()) {
			this.problems.report(new Problem(ProblemCode.ENDPOINT_NOT_EXPOSED, "/actuator/autometrics",
					"The endpoint is not exposed.", this.address.sentence()));
		}
	}

	private String summary(List<InstrumentedFunction> functions) {
		Set<String> beans = new TreeSet<>();
		for (InstrumentedFunction function : functions) {
			beans.addAll(function.beans());
		}
		return "Measuring " + count(functions.size(), "function") + " of " + count(beans.size(), "bean") + " with "
				+ count(this.objectives.list().size(), "objective");
	}

	private static String count(int number, String noun) {
		return number + " " + noun + ((number == 1) ? "" : "s");
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	// After the web servers, whose ports are known then, and before the problems.
	@Override
	public int getPhase() {
		return Integer.MAX_VALUE - 1;
	}

}
