package dev.autometrics.compatibility.matrix;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.autometrics.Autometrics;
import dev.autometrics.SkipAutometrics;

/**
 * Which methods are functions, and as what.
 */
class MethodTests {

	@Covers(Row.VISIBILITY)
	void measuresProtectedAndPackagePrivateMethods() {
		try (MatrixApplication application = MatrixApplication.of(Visibility.class)) {
			application.bean(Visibility.class).forAll();
			application.bean(Visibility.class).forSubclasses();
			application.bean(Visibility.class).forPackage();

			application.showsOnly(Calls.of(Visibility.class, "forAll").ok(1),
					Calls.of(Visibility.class, "forSubclasses").ok(1), Calls.of(Visibility.class, "forPackage").ok(1));
		}
	}

	@Covers(Row.NOT_INTERCEPTED)
	void leavesOutWhatDoesNotPassTheProxy() {
		try (MatrixApplication application = MatrixApplication.of(Hidden.class)) {
			Hidden bean = application.bean(Hidden.class);

			bean.callsItself();
			bean.cannotBeOverridden();
			Hidden.ofClass();

			application.showsOnly(Calls.of(Hidden.class, "callsItself").ok(1), Calls.of(Hidden.class, "called"));
		}
	}

	@Covers(Row.META_ANNOTATION)
	void measuresWhatIsMarkedWithAnAnnotationOfTheUser() {
		try (MatrixApplication application = MatrixApplication.of(MarkedMethod.class, MarkedClass.class)) {
			application.bean(MarkedMethod.class).run();
			application.bean(MarkedMethod.class).unmarked();
			application.bean(MarkedClass.class).run();

			application.showsOnly(Calls.of(MarkedMethod.class, "run").ok(1), Calls.of(MarkedClass.class, "run").ok(1));
		}
	}

	@Covers(Row.SKIPPED_METHOD)
	void leavesOutSkippedMethodOfClass() {
		try (MatrixApplication application = MatrixApplication.of(WithSkipped.class)) {
			application.bean(WithSkipped.class).run();
			application.bean(WithSkipped.class).skipped();

			application.showsOnly(Calls.of(WithSkipped.class, "run").ok(1));
		}
	}

	@Covers(Row.OVERLOADS)
	void tellsOverloadsApart() {
		try (MatrixApplication application = MatrixApplication.of(Overloads.class)) {
			application.bean(Overloads.class).place("a");
			application.bean(Overloads.class).place("a", true);
			application.bean(Overloads.class).place("b", true);

			application.showsOnly(Calls.of(Overloads.class, "place_String").ok(1),
					Calls.of(Overloads.class, "place_String_boolean").ok(2));
		}
	}

	@Covers(Row.NAMED_LIKE_METRIC)
	void measuresMethodNamedLikeTheMetric() {
		try (MatrixApplication application = MatrixApplication.of(LikeMetric.class)) {
			application.bean(LikeMetric.class).function_calls_total();

			application.showsOnly(Calls.of(LikeMetric.class, "function_calls_total").ok(1));
		}
	}

	@Covers(Row.CALLER)
	void tellsCallerOfFunction() {
		try (MatrixApplication application = MatrixApplication.of(Outer.class, Visibility.class)) {
			application.bean(Outer.class).run();
			application.bean(Visibility.class).forAll();

			application.showsOnly(Calls.of(Outer.class, "run").ok(1),
					Calls.of(Visibility.class, "forAll").ok(1).from(Outer.class, "run").ok(2),
					Calls.of(Visibility.class, "forSubclasses"), Calls.of(Visibility.class, "forPackage"));
		}
	}

	@Autometrics
	public static class Visibility {

		public void forAll() {
		}

		protected void forSubclasses() {
		}

		void forPackage() {
		}

	}

	@Autometrics
	static class Hidden {

		void callsItself() {
			called();
			secret();
		}

		void called() {
		}

		final void cannotBeOverridden() {
		}

		static void ofClass() {
		}

		private void secret() {
		}

	}

	@Target({ ElementType.METHOD, ElementType.TYPE })
	@Retention(RetentionPolicy.RUNTIME)
	@Autometrics
	@interface Measured {

	}

	static class MarkedMethod {

		@Measured
		void run() {
		}

		void unmarked() {
		}

	}

	@Measured
	static class MarkedClass {

		void run() {
		}

	}

	@Autometrics
	static class WithSkipped {

		void run() {
		}

		@SkipAutometrics
		void skipped() {
		}

	}

	@Autometrics
	static class Overloads {

		void place(String order) {
		}

		void place(String order, boolean express) {
		}

	}

	@Autometrics
	static class LikeMetric {

		void function_calls_total() {
		}

	}

	static class Outer {

		private final Visibility inner;

		Outer(Visibility inner) {
			this.inner = inner;
		}

		@Autometrics
		void run() {
			this.inner.forAll();
			this.inner.forAll();
		}

	}

}
