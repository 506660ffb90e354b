package dev.autometrics.autoconfigure;

import java.util.List;
import java.util.function.Supplier;

import dev.autometrics.model.FunctionCatalog;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

import org.springframework.aop.support.AopUtils;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code autometrics.include} and {@code autometrics.exclude}.
 */
class IncludeTests {

	private final ApplicationContextRunner runner = FoundProblems.runner((registry) -> {
	}).withBean(Orders.class).withBean(Stock.class).withBean(Plain.class).withBean(Beans.Greeter.class);

	@Test
	void nothingIsProxiedThatIsNotAnnotated() {
		this.runner.run((context) -> {
			assertThatFunctions(context).containsExactly("greet");
			assertThat(
					List.of(context.getBean(Orders.class), context.getBean(Stock.class), context.getBean(Plain.class)))
				.noneMatch(AopUtils::isAopProxy);
		});
	}

	@Test
	void stereotypeIncludesEveryBeanThatHasIt() {
		this.runner.withPropertyValues("autometrics.include=@org.springframework.stereotype.Service").run((context) -> {
			assertThatFunctions(context).containsExactly("greet", "place");
			assertThat(context.getBean(Plain.class)).matches((bean) -> !AopUtils.isAopProxy(bean));
		});
	}

	@Test
	void packageIncludesAllButWhatIsExcluded() {
		this.runner
			.withPropertyValues("autometrics.include=dev.autometrics.autoconfigure.IncludeTests",
					"autometrics.exclude=@org.springframework.stereotype.Repository")
			.run((context) -> assertThatFunctions(context).containsExactly("greet", "place", "plainly"));
	}

	@Test
	void annotationsWinOverExclusion() {
		this.runner.withPropertyValues("autometrics.exclude=dev.autometrics")
			.run((context) -> assertThatFunctions(context).containsExactly("greet"));
	}

	@Test
	void listsMayBeWrittenAsLists() {
		this.runner
			.withPropertyValues("autometrics.include[0]=dev.autometrics.**.Stock", "autometrics.include[1]= **$Plain")
			.run((context) -> assertThatFunctions(context).contains("plainly"));
	}

	@Test
	void includedFunctionalBeanIsMeasuredByItsInterface() {
		this.runner.withBean("supplier", Supplier.class, () -> () -> "value")
			.withPropertyValues("autometrics.include=java.util.function.Supplier")
			.run((context) -> {
				assertThat(context.getBean(Supplier.class).get()).isEqualTo("value");
				assertThatFunctions(context).containsExactly("get", "greet");
			});
	}

	@Test
	void patternThatIsNoneStopsTheStartAndIsNamed() {
		this.runner.withPropertyValues("autometrics.include=com.acme, com acme").run((context) -> {
			assertThat(context).hasFailed();
			assertThat(context.getStartupFailure()).rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, (exception) -> {
					assertThat(exception.getName()).isEqualTo("autometrics.include");
					assertThat(exception.getValue()).isEqualTo("com acme");
				});
		});
	}

	private static ListAssert<String> assertThatFunctions(ApplicationContext context) {
		return Assertions.assertThat(context.getBean(FunctionCatalog.class)
			.snapshot()
			.stream()
			.map((function) -> function.id().function())
			.sorted()
			.toList());
	}

	@Service
	static class Orders {

		void place() {
		}

	}

	@Repository
	static class Stock {

		void find() {
		}

	}

	static class Plain {

		void plainly() {
		}

	}

}
