package dev.autometrics.autoconfigure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.autometrics.Autometrics;
import dev.autometrics.actuate.endpoint.BuildDescriptor.ValueSource;
import dev.autometrics.actuate.endpoint.BuildFacts;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringBootVersion;
import org.springframework.core.SpringVersion;

/**
 * What was found out about the build. Nothing is looked for before somebody asks.
 */
final class ResolvedBuildFacts implements BuildFacts {

	private final Supplier<Map<String, Sourced>> sources;

	ResolvedBuildFacts(Supplier<Map<String, Sourced>> sources) {
		this.sources = sources;
	}

	@Override
	public List<ValueSource> sources() {
		return this.sources.get()
			.entrySet()
			.stream()
			.map((entry) -> new ValueSource(entry.getKey(), entry.getValue().text(), entry.getValue().from()))
			.toList();
	}

	@Override
	public Map<String, String> versions() {
		Map<String, String> versions = new LinkedHashMap<>();
		put(versions, "java", System.getProperty("java.version"));
		put(versions, "springBoot", SpringBootVersion.getVersion());
		put(versions, "spring", SpringVersion.getVersion());
		put(versions, "micrometer", ofMicrometer());
		put(versions, "autometrics", Autometrics.class.getPackage().getImplementationVersion());
		return versions;
	}

	// Whoever records with OpenTelemetry need not have it.
	private static @Nullable String ofMicrometer() {
		try {
			return MicrometerTrackers.version();
		}
		catch (LinkageError ex) {
			return null;
		}
	}

	// Classes that are not in a jar have no version.
	private static void put(Map<String, String> versions, String name, @Nullable String version) {
		if (version != null) {
			versions.put(name, version);
		}
	}

}
