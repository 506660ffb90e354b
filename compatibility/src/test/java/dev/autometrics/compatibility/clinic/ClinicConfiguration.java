package dev.autometrics.compatibility.clinic;

import java.lang.reflect.Proxy;
import java.util.List;

import org.springframework.cache.CacheManager;
import org.springframework.cache.concurrent.ConcurrentMapCacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What is no component of its own.
 */
@Configuration
class ClinicConfiguration implements WebMvcConfigurer {

	@Override
	public void addFormatters(FormatterRegistry registry) {
		registry.addFormatter(new PetTypeFormatter());
	}

	@Bean
	CacheManager cacheManager() {
		return new ConcurrentMapCacheManager("vets");
	}

	@Bean
	Greeting greeting(ClinicProperties properties) {
		return (name) -> properties.greetingOf(name);
	}

	@Bean
	VetRepository vetRepository() {
		return (VetRepository) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { VetRepository.class }, (proxy, method, arguments) -> switch (method.getName()) {
					case "findAll" -> List.of(new Vet(1, "Helen"), new Vet(2, "Rafael"));
					case "hashCode" -> System.identityHashCode(proxy);
					case "equals" -> proxy == arguments[0];
					default -> "vets";
				});
	}

	@Bean
	@Profile("reporting")
	Reports reports() {
		return new Reports();
	}

	/**
	 * What a visitor reads first.
	 */
	@FunctionalInterface
	interface Greeting {

		String to(String name);

	}

}
