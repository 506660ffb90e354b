package dev.autometrics.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.SpringBootVersion;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.StringUtils;

/**
 * Selects the configurations that this application has a use for. Those that only a
 * property asks for need not be read where none is set, which is most applications.
 * <p>
 * Before all else, and before a class of the library may fail to link there, it keeps an
 * application from starting on a Spring Boot that is too old.
 */
final class ConfigurationSelector implements ImportSelector {

	private final Environment environment;

	ConfigurationSelector(Environment environment) {
		this.environment = environment;
	}

	@Override
	public String[] selectImports(AnnotationMetadata importing) {
		SpringBootVersionCheck.check(SpringBootVersion.getVersion());
		List<String> selected = new ArrayList<>();
		if (TrackerChoice.of(this.environment) == TrackerChoice.MICROMETER) {
			selected.add(MicrometerConfiguration.class.getName());
		}
		if (EarlyProperties.areSet(this.environment)) {
			selected.add(PropertiesConfiguration.class.getName());
			selected.add(AspectJConfiguration.class.getName());
			selected.add(HttpStatusConfiguration.class.getName());
			selected.add(CallerPropagationConfiguration.class.getName());
		}
		return StringUtils.toStringArray(selected);
	}

}
