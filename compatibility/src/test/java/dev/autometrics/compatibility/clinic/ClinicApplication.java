package dev.autometrics.compatibility.clinic;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The clinic for pets, an application like many others.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableAsync
@EnableCaching
@EnableScheduling
public class ClinicApplication {

}
