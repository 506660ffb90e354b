package dev.autometrics.kotlin

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry
import kotlinx.coroutines.test.runTest
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.springframework.boot.WebApplicationType
import org.springframework.boot.autoconfigure.EnableAutoConfiguration
import org.springframework.boot.builder.SpringApplicationBuilder
import org.springframework.context.annotation.Configuration
import org.springframework.context.annotation.Import

/**
 * The library in a whole application with all that Spring Boot configures.
 */
class StartTests {

	@Test
	fun functionsArePublished() = runTest {
		SpringApplicationBuilder(Everything::class.java).web(WebApplicationType.NONE).run().use {
			it.getBean(Books::class.java).find("Emma")

			assertThat(it.getBean(PrometheusMeterRegistry::class.java).scrape()).contains(
				"""function="find",module="${Books::class.java.name}"""")
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Books::class)
	class Everything

}
