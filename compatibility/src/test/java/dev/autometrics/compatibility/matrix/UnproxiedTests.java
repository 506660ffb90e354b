package dev.autometrics.compatibility.matrix;

import dev.autometrics.Autometrics;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Classes that Spring makes no proxy of.
 */
@ExtendWith(OutputCaptureExtension.class)
class UnproxiedTests {

	@Covers(Row.FINAL_CLASS)
	void leavesFinalClassAlone(CapturedOutput output) {
		try (MatrixApplication application = MatrixApplication.of(FinalBean.class, ProxyTests.Plain.class)) {
			application.bean(FinalBean.class).run();
			application.bean(ProxyTests.Plain.class).run(false);

			assertThat(output).contains(FinalBean.class.getName());
			application.showsOnly(Calls.of(ProxyTests.Plain.class, "run").ok(1));
		}
	}

	@Covers(Row.RECORD)
	void leavesRecordAlone(CapturedOutput output) {
		try (MatrixApplication application = MatrixApplication.of(Records.class, ProxyTests.Plain.class)) {
			application.bean(RecordBean.class).run();
			application.bean(ProxyTests.Plain.class).run(false);

			assertThat(output).contains(RecordBean.class.getName());
			application.showsOnly(Calls.of(ProxyTests.Plain.class, "run").ok(1));
		}
	}

	@Covers(Row.SEALED_CLASS)
	void leavesSealedClassAlone(CapturedOutput output) {
		try (MatrixApplication application = MatrixApplication.of(SealedBean.class, ProxyTests.Plain.class)) {
			application.bean(SealedBean.class).run();
			application.bean(ProxyTests.Plain.class).run(false);

			assertThat(output).contains(SealedBean.class.getName());
			application.showsOnly(Calls.of(ProxyTests.Plain.class, "run").ok(1));
		}
	}

	@Covers(Row.ENUM)
	void leavesEnumsAlone(CapturedOutput output) {
		try (MatrixApplication application = MatrixApplication.of(Enums.class, ProxyTests.Plain.class)) {
			application.bean(EnumBean.class).run();
			application.bean(EnumWithBody.class).run();
			application.bean(ProxyTests.Plain.class).run(false);

			assertThat(output).contains(EnumBean.class.getName()).contains(EnumWithBody.class.getName());
			application.showsOnly(Calls.of(ProxyTests.Plain.class, "run").ok(1));
		}
	}

	@Autometrics
	static final class FinalBean {

		void run() {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Records {

		@Bean
		RecordBean recordBean() {
			return new RecordBean("any");
		}

	}

	@Autometrics
	record RecordBean(String name) {

		void run() {
		}

	}

	@Autometrics
	static sealed class SealedBean permits SealedBeanChild {

		void run() {
		}

	}

	static final class SealedBeanChild extends SealedBean {

	}

	@Configuration(proxyBeanMethods = false)
	static class Enums {

		@Bean
		EnumBean enumBean() {
			return EnumBean.ONE;
		}

		@Bean
		EnumWithBody enumWithBody() {
			return EnumWithBody.ONE;
		}

	}

	@Autometrics
	enum EnumBean {

		ONE;

		void run() {
		}

	}

	@Autometrics
	enum EnumWithBody {

		ONE {

			@Override
			void run() {
			}

		};

		abstract void run();

	}

}
