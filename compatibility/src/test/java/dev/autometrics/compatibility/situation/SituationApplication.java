package dev.autometrics.compatibility.situation;

import java.util.ArrayList;
import java.util.List;

import dev.autometrics.problems.Problems;

import org.springframework.aop.config.AopConfigUtils;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.util.ClassUtils;

/**
 * The application that is started in every situation, in a JVM of its own. It is called,
 * and prints what has become of that.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ SituationOrders.class, SituationPayments.class })
public class SituationApplication {

	/**
	 * Run the application once in each situation.
	 * @param situations the names of situations that have the same class path
	 */
	public static void main(String[] situations) {
		for (String name : situations) {
			System.out.println(SituationReport.SITUATION + name);
			try {
				run(Situation.valueOf(name));
			}
			catch (Throwable ex) {
				ex.printStackTrace(System.out);
				System.out.println(SituationReport.FAILURE + ex);
			}
		}
	}

	private static void run(Situation situation) throws Exception {
		List<Class<?>> sources = new ArrayList<>(List.of(SituationApplication.class));
		for (String source : situation.setup().sources()) {
			sources.add(ClassUtils.forName(source, SituationApplication.class.getClassLoader()));
		}
		SpringApplication application = new SpringApplication(sources.toArray(Class<?>[]::new));
		Problems problems;
		try (ConfigurableApplicationContext context = application.run(arguments(situation))) {
			call(situation, context);
			SituationSeries.print(context);
			print(SituationReport.PROXIES,
					context.getBean(AopConfigUtils.AUTO_PROXY_CREATOR_BEAN_NAME).getClass().getSimpleName());
			problems = context.getBeanProvider(Problems.class).getIfAvailable();
		}
		if (problems != null) {
			problems.snapshot().forEach((problem) -> print(SituationReport.PROBLEM, problem.code().code()));
		}
	}

	private static String[] arguments(Situation situation) {
		return situation.setup().allProperties().stream().map((pair) -> "--" + pair).toArray(String[]::new);
	}

	private static void call(Situation situation, ConfigurableApplicationContext context) throws Exception {
		SituationRequests requests = new SituationRequests(context.getEnvironment());
		if (requests.arePossible()) {
			requests.order();
		}
		else {
			SituationOrders orders = context.getBean(SituationOrders.class);
			orders.order("apple");
			orders.order("plum");
			orderPoison(orders);
		}
		if (!situation.setup().expected().path().isEmpty()) {
			requests.ask(situation.setup().expected().path());
		}
	}

	private static void orderPoison(SituationOrders orders) {
		try {
			orders.order(SituationPayments.POISON);
		}
		catch (IllegalArgumentException ex) {
			// As it is to be.
		}
	}

	static void print(String kind, Object what) {
		System.out.println(kind + what);
	}

}
