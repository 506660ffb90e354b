package dev.autometrics.autoconfigure.unused;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;

import dev.autometrics.Autometrics;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Service;

/**
 * An application that has marked classes of all kinds, few of which are beans.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@AutoConfigurationPackage
public class UnusedApplication {

	@Bean
	Object used() {
		return new Used();
	}

	/**
	 * What every part of the application is that is measured.
	 */
	@Autometrics
	@Retention(RetentionPolicy.RUNTIME)
	@interface Measured {

	}

	static class Used extends Base {

	}

	@Autometrics
	static class Base {

		void place() {
		}

	}

	static class MadeWithNew {

		@Autometrics
		void place() {
		}

	}

	@Measured
	static class MadeWithNewToo {

		void place() {
		}

	}

	@Autometrics
	abstract static class Template {

	}

	@Autometrics
	interface Contract {

	}

	@Service
	@Profile("production")
	@Autometrics
	static class OfProduction {

	}

	@Autometrics
	@ConditionalOnProperty("shop.enabled")
	static class Conditional {

	}

	static class Plain {

	}

	@Autometrics
	static class MadeInProduction {

	}

	@Autometrics
	static class MadeOnDemand implements Runnable {

		@Override
		public void run() {
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Profile("production")
	static class Production {

		@Bean
		Object made() {
			return new MadeInProduction();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OnDemand {

		@Bean
		@Scope("prototype")
		Runnable madeOnDemand() {
			return new MadeOnDemand();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Eager {

		@Bean
		Object made() {
			return List.of(new MadeWithNew(), new MadeWithNewToo());
		}

	}

}
