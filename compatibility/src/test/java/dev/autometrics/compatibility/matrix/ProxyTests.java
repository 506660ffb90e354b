package dev.autometrics.compatibility.matrix;

import dev.autometrics.Autometrics;

import org.springframework.aop.support.AopUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The ways in which Spring makes a proxy.
 */
class ProxyTests {

	private static final String JDK_PROXIES = "spring.aop.proxy-target-class=false";

	@Covers(Row.CGLIB_CLASS)
	void measuresClassWithoutInterface() {
		try (MatrixApplication application = MatrixApplication.of(Plain.class)) {
			Plain bean = application.bean(Plain.class);

			bean.run(false);
			bean.run(false);
			assertThatIllegalStateException().isThrownBy(() -> bean.run(true));

			assertThat(AopUtils.isCglibProxy(bean)).isTrue();
			application.showsOnly(Calls.of(Plain.class, "run").ok(2).error(1));
		}
	}

	@Covers(Row.CGLIB_INTERFACE)
	void measuresClassWithInterface() {
		try (MatrixApplication application = MatrixApplication.of(ClassMethod.class)) {
			application.bean(Port.class).send();
			application.bean(ClassMethod.class).send();

			assertThat(AopUtils.isCglibProxy(application.bean(Port.class))).isTrue();
			application.showsOnly(Calls.of(ClassMethod.class, "send").ok(2));
		}
	}

	@Covers(Row.CGLIB_ANNOTATED_INTERFACE)
	void measuresClassOfAnnotatedInterfaces() {
		try (MatrixApplication application = MatrixApplication.of(InterfaceMethod.class, InterfaceType.class)) {
			application.bean(InterfaceMethod.class).send();
			application.bean(MethodPort.class).send();
			application.bean(TypePort.class).send();

			application.showsOnly(Calls.of(InterfaceMethod.class, "send").ok(2),
					Calls.of(InterfaceType.class, "send").ok(1));
		}
	}

	@Covers(Row.AOP_AUTO_OFF)
	void measuresWithoutAutoConfigurationOfAop() {
		try (MatrixApplication application = MatrixApplication.with("spring.aop.auto=false", Plain.class)) {
			application.bean(Plain.class).run(false);

			application.showsOnly(Calls.of(Plain.class, "run").ok(1));
		}
	}

	@Covers(Row.JDK_CLASS_METHOD)
	void measuresMethodOfClassBehindJdkProxy() {
		try (MatrixApplication application = MatrixApplication.with(JDK_PROXIES, ClassMethod.class)) {
			application.bean(Port.class).send();

			assertThat(AopUtils.isJdkDynamicProxy(application.bean(Port.class))).isTrue();
			application.showsOnly(Calls.of(ClassMethod.class, "send").ok(1));
		}
	}

	@Covers(Row.JDK_INTERFACE_METHOD)
	void measuresMethodOfInterfaceBehindJdkProxy() {
		try (MatrixApplication application = MatrixApplication.with(JDK_PROXIES, InterfaceMethod.class)) {
			application.bean(MethodPort.class).send();

			assertThat(AopUtils.isJdkDynamicProxy(application.bean(MethodPort.class))).isTrue();
			application.showsOnly(Calls.of(InterfaceMethod.class, "send").ok(1));
		}
	}

	@Covers(Row.JDK_INTERFACE_TYPE)
	void measuresTypeOfInterfaceBehindJdkProxy() {
		try (MatrixApplication application = MatrixApplication.with(JDK_PROXIES, InterfaceType.class)) {
			application.bean(TypePort.class).send();

			assertThat(AopUtils.isJdkDynamicProxy(application.bean(TypePort.class))).isTrue();
			application.showsOnly(Calls.of(InterfaceType.class, "send").ok(1));
		}
	}

	@Covers(Row.JDK_FINAL_CLASS)
	void measuresFinalClassBehindJdkProxy() {
		try (MatrixApplication application = MatrixApplication.with(JDK_PROXIES, FinalPort.class)) {
			application.bean(TypePort.class).send();

			application.showsOnly(Calls.of(FinalPort.class, "send").ok(1));
		}
	}

	@Covers(Row.LAMBDA)
	void measuresLambdaAsItsInterface() {
		try (MatrixApplication application = MatrixApplication.of(Lambda.class)) {
			application.bean(TypePort.class).send();

			application.showsOnly(Calls.of(TypePort.class, "send").ok(1));
		}
	}

	static class Plain {

		@Autometrics
		void run(boolean failing) {
			if (failing) {
				throw new IllegalStateException();
			}
		}

	}

	interface Port {

		void send();

	}

	interface MethodPort {

		@Autometrics
		void send();

	}

	@Autometrics
	interface TypePort {

		void send();

	}

	static class ClassMethod implements Port {

		@Override
		@Autometrics
		public void send() {
		}

	}

	static class InterfaceMethod implements MethodPort {

		@Override
		public void send() {
		}

	}

	static class InterfaceType implements TypePort {

		@Override
		public void send() {
		}

	}

	static final class FinalPort implements TypePort {

		@Override
		public void send() {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Lambda {

		@Bean
		TypePort port() {
			return () -> {
			};
		}

	}

}
