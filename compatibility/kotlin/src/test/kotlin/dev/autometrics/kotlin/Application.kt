package dev.autometrics.kotlin

import dev.autometrics.autoconfigure.AutometricsAutoConfiguration
import dev.autometrics.model.FunctionCatalog
import io.micrometer.core.instrument.simple.SimpleMeterRegistry
import org.springframework.boot.autoconfigure.ImportAutoConfiguration
import org.springframework.context.annotation.AnnotationConfigApplicationContext
import org.springframework.context.annotation.Bean
import org.springframework.context.annotation.Configuration
import org.springframework.core.env.MapPropertySource
import java.util.concurrent.TimeUnit

/**
 * An application of a few beans, and what has been recorded in it.
 */
class Application(vararg beans: Class<*>, properties: Map<String, Any> = mapOf()) : AutoCloseable {

	private val context = AnnotationConfigApplicationContext().apply {
		environment.propertySources.addFirst(MapPropertySource("test", properties))
		register(Recording::class.java, *beans)
		refresh()
	}

	private val registry = context.getBean(SimpleMeterRegistry::class.java)

	val functions: List<String>
		get() = context.getBean(FunctionCatalog::class.java).snapshot().map { it.id().function() }.sorted()

	fun <T : Any> bean(type: Class<T>): T = context.getBean(type)

	inline fun <reified T : Any> bean(): T = bean(T::class.java)

	/** All calls of a function, by result and caller. */
	fun callsOf(function: String): List<Calls> = registry.find("function.calls").tag("function", function).counters()
		.filter { it.count() > 0 }
		.map { Calls(it.id.getTag("result")!!, it.count().toInt(), it.id.getTag("caller.function")!!) }

	fun concurrentCallsOf(function: String): Int =
		registry.get("function.calls.concurrent").tag("function", function).gauge().value().toInt()

	fun nanosIn(function: String): Double =
		registry.get("function.calls.duration").tag("function", function).timer().totalTime(TimeUnit.NANOSECONDS)

	override fun close() = context.close()

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(AutometricsAutoConfiguration::class)
	class Recording {

		@Bean
		fun meterRegistry() = SimpleMeterRegistry()

	}

}

data class Calls(val result: String, val count: Int = 1, val caller: String = "")
