package dev.autometrics.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

import com.sun.management.OperatingSystemMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * What the start of one application has cost, from the call of Spring Boot until the
 * application is ready.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class StartCosts {

	private static final double NANOS_PER_MILLI = 1e6;

	/**
	 * Processor time of the process, the JIT compiler and the garbage collector among it.
	 */
	public double cpu;

	/**
	 * Processor time of the thread that starts the application.
	 */
	public double thread;

	/**
	 * Wall time.
	 */
	public double wall;

	// The end of the application is not asked for.
	boolean measureAndStop(StartupVariant variant) {
		ConfigurableApplicationContext context = measure(variant);
		context.close();
		return !context.isActive();
	}

	ConfigurableApplicationContext measure(StartupVariant variant) {
		List<Class<?>> beans = variant.beans();
		OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		long wallBefore = System.nanoTime();
		long threadBefore = threads.getCurrentThreadCpuTime();
		long cpuBefore = process.getProcessCpuTime();
		ConfigurableApplicationContext context = StartupApplication.start(variant, beans);
		this.cpu = (process.getProcessCpuTime() - cpuBefore) / NANOS_PER_MILLI;
		this.thread = (threads.getCurrentThreadCpuTime() - threadBefore) / NANOS_PER_MILLI;
		this.wall = (System.nanoTime() - wallBefore) / NANOS_PER_MILLI;
		return context;
	}

}
