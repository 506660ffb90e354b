package dev.autometrics.compatibility.matrix;

import dev.autometrics.Autometrics;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The ways in which a bean comes into being.
 */
class BeanTests {

	@Covers(Row.REGISTERED_BEAN)
	void measuresBeanRegisteredByCode() {
		SpringApplicationBuilder builder = MatrixApplication.builder()
			.initializers((context) -> ((GenericApplicationContext) context).registerBean("machine", Machine.class,
					Machine::new));
		try (MatrixApplication application = MatrixApplication.start(builder)) {
			application.bean(Machine.class).run();

			application.showsOnly(Calls.of(Machine.class, "run").ok(1));
		}
	}

	@Covers(Row.LAZY_BEAN)
	void measuresLazyBean() {
		try (MatrixApplication application = MatrixApplication.of(LazyMachine.class)) {
			application.showsOnly(Calls.of(LazyMachine.class, "run"));

			application.bean(LazyMachine.class).run();

			application.showsOnly(Calls.of(LazyMachine.class, "run").ok(1));
		}
	}

	@Covers(Row.LAZY_INITIALIZATION)
	void measuresBeansWhenAllAreLazy() {
		try (MatrixApplication application = MatrixApplication.with("spring.main.lazy-initialization=true",
				Machine.class)) {
			application.showsOnly(Calls.of(Machine.class, "run"));

			application.bean(Machine.class).run();

			application.showsOnly(Calls.of(Machine.class, "run").ok(1));
		}
	}

	@Covers(Row.CIRCULAR_BEANS)
	void measuresCircularBeans() {
		try (MatrixApplication application = MatrixApplication.with("spring.main.allow-circular-references=true",
				Ping.class, Pong.class)) {
			application.bean(Ping.class).ping();

			application.showsOnly(Calls.of(Ping.class, "ping").ok(1),
					Calls.of(Ping.class, "end").from(Pong.class, "pong").ok(1),
					Calls.of(Pong.class, "pong").from(Ping.class, "ping").ok(1));
		}
	}

	@Covers(Row.OVERRIDDEN_BEAN)
	void measuresBeanThatOverrides() {
		try (MatrixApplication application = MatrixApplication.with("spring.main.allow-bean-definition-overriding=true",
				First.class, Second.class)) {
			application.bean(Sender.class).send();

			application.showsOnly(Calls.of(PostSender.class, "send").ok(1));
		}
	}

	@Autometrics
	static class Machine {

		void run() {
		}

	}

	@Lazy
	@Autometrics
	static class LazyMachine {

		void run() {
		}

	}

	interface Sender {

		void send();

	}

	@Autometrics
	static class MailSender implements Sender {

		@Override
		public void send() {
		}

	}

	@Autometrics
	static class PostSender implements Sender {

		@Override
		public void send() {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class First {

		@Bean
		Sender sender() {
			return new MailSender();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Second {

		@Bean
		Sender sender() {
			return new PostSender();
		}

	}

	static class Ping {

		private Pong pong;

		@Autowired
		void setPong(Pong pong) {
			this.pong = pong;
		}

		@Autometrics
		void ping() {
			this.pong.pong();
		}

		@Autometrics
		void end() {
		}

	}

	static class Pong {

		private Ping ping;

		@Autowired
		void setPing(Ping ping) {
			this.ping = ping;
		}

		@Autometrics
		void pong() {
			this.ping.end();
		}

	}

}
