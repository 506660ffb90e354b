package dev.autometrics.compatibility.matrix;

import java.lang.reflect.Proxy;

import dev.autometrics.Autometrics;

import org.springframework.beans.factory.FactoryBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Beans that another bean makes, and that other bean.
 */
class FactoryTests {

	@Covers(Row.FACTORY_BEAN_CLASS)
	void measuresClassMadeByFactoryBean() {
		try (MatrixApplication application = MatrixApplication.of(MachineFactory.class)) {
			application.bean(BeanTests.Machine.class).run();

			application.showsOnly(Calls.of(BeanTests.Machine.class, "run").ok(1));
		}
	}

	@Covers(Row.FACTORY_BEAN_INTERFACE)
	void measuresJdkProxyMadeByFactoryBean() {
		try (MatrixApplication application = MatrixApplication.of(PortFactory.class)) {
			application.bean(Port.class).send();

			application.showsOnly(Calls.of(Port.class, "send").ok(1));
		}
	}

	@Covers(Row.FACTORY_BEAN)
	void measuresFactoryBeanItself() {
		try (MatrixApplication application = MatrixApplication.of(MeasuredFactory.class)) {
			application.bean(MeasuredFactory.class).refill();

			assertThat(application.bean(StringBuilder.class)).hasToString("made");
			application.showsOnly(Calls.of(MeasuredFactory.class, "refill").ok(1));
		}
	}

	@Covers(Row.CONFIGURATION_FULL)
	void measuresMethodsOfFullConfiguration() {
		try (MatrixApplication application = MatrixApplication.of(Full.class)) {
			application.bean(Full.class).run();

			application.showsOnly(Calls.of(Full.class, "run").ok(1), Calls.of(Full.class, "text").ok(1));
		}
	}

	@Covers(Row.CONFIGURATION_LITE)
	void measuresMethodsOfLiteConfiguration() {
		try (MatrixApplication application = MatrixApplication.of(Lite.class)) {
			application.bean(Lite.class).run();

			application.showsOnly(Calls.of(Lite.class, "run").ok(1), Calls.of(Lite.class, "text").ok(1));
		}
	}

	@Covers(Row.BEAN_METHOD_OF_INTERFACE)
	void measuresClassBehindBeanMethodOfInterface() {
		try (MatrixApplication application = MatrixApplication.of(DeclaresInterface.class)) {
			application.bean(BeanTests.Sender.class).send();

			application.showsOnly(Calls.of(BeanTests.MailSender.class, "send").ok(1));
		}
	}

	static class MachineFactory implements FactoryBean<BeanTests.Machine> {

		@Override
		public BeanTests.Machine getObject() {
			return new BeanTests.Machine();
		}

		@Override
		public Class<?> getObjectType() {
			return BeanTests.Machine.class;
		}

	}

	@Autometrics
	interface Port {

		void send();

	}

	static class PortFactory implements FactoryBean<Port> {

		@Override
		public Port getObject() {
			return (Port) Proxy.newProxyInstance(Port.class.getClassLoader(), new Class<?>[] { Port.class },
					(proxy, method, arguments) -> null);
		}

		@Override
		public Class<?> getObjectType() {
			return Port.class;
		}

	}

	static class MeasuredFactory implements FactoryBean<StringBuilder> {

		@Autometrics
		void refill() {
		}

		@Override
		public StringBuilder getObject() {
			return new StringBuilder("made");
		}

		@Override
		public Class<?> getObjectType() {
			return StringBuilder.class;
		}

	}

	@Configuration
	@Autometrics
	static class Full {

		void run() {
		}

		@Bean
		StringBuilder text() {
			return new StringBuilder();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Autometrics
	static class Lite {

		void run() {
		}

		@Bean
		StringBuilder text() {
			return new StringBuilder();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class DeclaresInterface {

		@Bean
		BeanTests.Sender sender() {
			return new BeanTests.MailSender();
		}

	}

}
