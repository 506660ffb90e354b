package dev.autometrics.interceptor;

import java.util.List;
import java.util.function.Supplier;

import dev.autometrics.Autometrics;
import dev.autometrics.interceptor.BeanProxies.Kind;
import dev.autometrics.problems.Problem;
import dev.autometrics.problems.ProblemMode;
import dev.autometrics.problems.Problems;
import dev.autometrics.problems.Severity;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.support.ApplicationObjectSupport;
import org.springframework.web.filter.OncePerRequestFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BeanProxies} and {@link FinalMethods}.
 */
class BeanProxiesTests {

	private static final String HERE = BeanProxiesTests.class.getName();

	private final Problems problems = new Problems(ProblemMode.WARN);

	private final BeanProxies subclassing = new BeanProxies(MethodReach.PROXY, () -> true, TypeSelection.NONE,
			this.problems);

	private final BeanProxies byInterface = new BeanProxies(MethodReach.PROXY, () -> false, TypeSelection.NONE,
			this.problems);

	@Test
	void interfacesAreUsedIfAskedFor() {
		assertThat(this.subclassing.kindOf(WithInterface.class)).isEqualTo(Kind.SUBCLASS);
		assertThat(this.byInterface.kindOf(WithInterface.class)).isEqualTo(Kind.INTERFACES);
		assertThat(this.byInterface.kindOf(Plain.class)).isEqualTo(Kind.SUBCLASS);
		assertThat(this.byInterface.kindOf(WithCallback.class)).isEqualTo(Kind.SUBCLASS);
		assertThat(this.problems.snapshot()).isEmpty();
	}

	@Test
	void finalClassNeedsAnInterface() {
		assertThat(this.byInterface.kindOf(FinalWithInterface.class)).isEqualTo(Kind.INTERFACES);
		assertThat(this.problems.snapshot()).isEmpty();

		assertThat(this.subclassing.kindOf(FinalWithInterface.class)).isEqualTo(Kind.NONE);
		assertThat(this.problems.snapshot()).extracting(Problem::toString)
			.containsExactly(
					"AM-108 " + HERE + "$FinalWithInterface: It is final, and Spring cannot make a proxy of it, "
							+ "so it is not measured. Change that, or let it implement an interface and set "
							+ "spring.aop.proxy-target-class=false. (docs/problems.md#am-108)");
	}

	@Test
	void classThatOnlyAPatternSelectsMayBeMeant() {
		TypeSelection selection = new TypeSelection(List.of(new TypePattern(HERE)), List.of());
		BeanProxies proxies = new BeanProxies(MethodReach.PROXY, () -> true, selection, this.problems);

		assertThat(proxies.kindOf(Filter.class)).isEqualTo(Kind.NONE);
		assertThat(proxies.kindOf(FinalWithMark.class)).isEqualTo(Kind.NONE);
		assertThat(this.problems.snapshot()).extracting(Problem::severity, Problem::place, Problem::fix)
			.containsExactly(Tuple.tuple(Severity.WARN, HERE + "$FinalWithMark",
					"Change that, or let it implement an interface and set spring.aop.proxy-target-class=false."),
					Tuple.tuple(Severity.INFO, HERE + "$Filter",
							"Leave it out with autometrics.exclude, or change that."));
	}

	@Test
	void finalMethodThatUsesFieldsStandsInTheWay() {
		assertThat(this.subclassing.kindOf(WithFinalMethod.class)).isEqualTo(Kind.NONE);
		assertThat(this.problems.snapshot()).extracting(Problem::message)
			.containsExactly("It has the final method total() of " + HERE + "$WithFinalMethod, which would run on the "
					+ "proxy, without the fields of the bean, so it is not measured.");
	}

	@Test
	void finalMethodMayUseFieldsThroughPrivateMethodsAndLambdas() {
		assertThat(this.subclassing.kindOf(WithPrivateMethod.class)).isEqualTo(Kind.NONE);
		assertThat(this.subclassing.kindOf(WithLambda.class)).isEqualTo(Kind.NONE);
	}

	@Test
	void finalMethodThatUsesNoFieldsDoesNot() {
		assertThat(this.subclassing.kindOf(WithHarmlessMethod.class)).isEqualTo(Kind.SUBCLASS);
		assertThat(this.problems.snapshot()).isEmpty();
	}

	@Test
	void servletFilterOfSpringIsLeftAlone() {
		assertThat(this.subclassing.kindOf(Filter.class)).isEqualTo(Kind.NONE);
		assertThat(this.problems.snapshot()).extracting(Problem::message)
			.singleElement()
			.asString()
			.startsWith("It has the final method init(FilterConfig) of "
					+ "org.springframework.web.filter.GenericFilterBean, ");
	}

	@Test
	void finalAccessorsOfBaseClassesOfSpringDoNotStandInTheWay() {
		assertThat(this.subclassing.kindOf(WithContext.class)).isEqualTo(Kind.SUBCLASS);
		assertThat(this.problems.snapshot()).isEmpty();
	}

	interface Shop {

		void place();

	}

	static class Plain {

	}

	static class WithInterface implements Shop {

		@Override
		public void place() {
		}

	}

	static class WithCallback implements InitializingBean {

		@Override
		public void afterPropertiesSet() {
		}

	}

	static final class FinalWithInterface implements Shop {

		@Override
		public void place() {
		}

	}

	static final class FinalWithMark {

		@Autometrics
		void place() {
		}

	}

	static class WithFinalMethod {

		private int total;

		final int total() {
			return this.total++;
		}

	}

	static class WithPrivateMethod {

		private int total;

		final int total() {
			return next();
		}

		private int next() {
			return this.total++;
		}

	}

	static class WithLambda {

		private int total;

		protected final Supplier<Integer> total() {
			return () -> this.total++;
		}

	}

	static class WithHarmlessMethod {

		final int total() {
			return next() + 1;
		}

		int next() {
			return 1;
		}

	}

	static class Filter extends OncePerRequestFilter {

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
		}

	}

	static class WithContext extends ApplicationObjectSupport {

	}

}
