package dev.autometrics.explorer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.autometrics.explorer.FunctionSeries.Deploy;
import dev.autometrics.model.Label;
import dev.autometrics.prometheus.PrometheusSeries;
import org.jspecify.annotations.Nullable;

/**
 * Finds deployments in the versions that run at a time. Several run at a time while
 * instances are replaced one by one; that is one deployment.
 */
final class Deploys {

	private Deploys() {
	}

	/**
	 * Return the times at which a version is there that was not there before. What runs
	 * at the start is no deployment, nor is a restart of what ran last.
	 * @param versions the instances of each version over time
	 * @param grid the times
	 * @return the deployments, oldest first
	 */
	static List<Deploy> of(List<PrometheusSeries> versions, TimeGrid grid) {
		List<List<Integer>> running = new ArrayList<>();
		for (int i = 0; i < grid.count(); i++) {
			running.add(new ArrayList<>());
		}
		for (int version = 0; version < versions.size(); version++) {
			List<@Nullable Double> instances = grid.values(versions.get(version));
			for (int i = 0; i < grid.count(); i++) {
				if (instances.get(i) != null) {
					running.get(i).add(version);
				}
			}
		}
		return deploys(versions, running, grid);
	}

	private static List<Deploy> deploys(List<PrometheusSeries> versions, List<List<Integer>> running, TimeGrid grid) {
		List<Deploy> deploys = new ArrayList<>();
		Set<Integer> before = Set.of();
		for (int i = 0; i < grid.count(); i++) {
			for (int version : running.get(i)) {
				if (!before.isEmpty() && !before.contains(version)) {
					PrometheusSeries series = versions.get(version);
					deploys.add(new Deploy(grid.times().get(i), series.label(Label.VERSION.prometheus()),
							series.label(Label.COMMIT.prometheus())));
				}
			}
			before = running.get(i).isEmpty() ? before : new HashSet<>(running.get(i));
		}
		return List.copyOf(deploys);
	}

}
