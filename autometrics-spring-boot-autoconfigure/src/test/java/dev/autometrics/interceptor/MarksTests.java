package dev.autometrics.interceptor;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.function.Supplier;

import dev.autometrics.Autometrics;
import dev.autometrics.SkipAutometrics;
import net.bytebuddy.ByteBuddy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.support.GenericApplicationContext;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Service;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Marks}.
 */
class MarksTests {

	@ParameterizedTest
	@ValueSource(classes = { MarkedType.class, OfMarkedType.class, OfMarkedInterface.class, ByAnotherAnnotation.class,
			MarkedMethod.class, OfMarkedMethod.class, OfInterfaceOfSuperclass.class, WithoutOneMethod.class })
	void findsWhatMayBeMarked(Class<?> type) {
		assertThat(Marks.areIn(type)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(classes = { Object.class, String.class, Supplier.class, Plain.class })
	void findsNothingWhereNothingIsMarked(Class<?> type) {
		assertThat(Marks.areIn(type)).isFalse();
		assertThat(Marks.areOnMethodsOf(type)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(classes = { MarkedMethod.class, OfMarkedMethod.class, OfInterfaceOfSuperclass.class,
			WithoutOneMethod.class })
	void findsMarkedMethods(Class<?> type) {
		assertThat(Marks.areOnMethodsOf(type)).isTrue();
	}

	@Test
	void marksOfTypesAreNotThoseOfMethods() {
		assertThat(Marks.areOnMethodsOf(MarkedType.class)).isFalse();
		assertThat(Marks.areOnMethodsOf(OfMarkedInterface.class)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(classes = { Object.class, Supplier.class, GenericApplicationContext.class })
	void nothingOfJavaAndOfSpringIsConceivable(Class<?> type) {
		assertThat(Marks.areConceivableIn(type)).isFalse();
	}

	@Test
	void sampleApplicationsOfSpringAreConceivable() {
		Class<?> owners = new ByteBuddy().subclass(Object.class)
			.name("org.springframework.samples.petclinic.owner.OwnerController")
			.make()
			.load(getClass().getClassLoader())
			.getLoaded();

		assertThat(Marks.areConceivableIn(owners)).isTrue();
		assertThat(Marks.areConceivableIn(MarkedType.class)).isTrue();
	}

	@Test
	void marksOfASubclassOfSpringAreFound() {
		assertThat(Marks.areIn(MarkedContext.class)).isTrue();
		assertThat(Marks.areIn(PlainContext.class)).isFalse();
	}

	static class MarkedContext extends GenericApplicationContext {

		@Autometrics
		void call() {
		}

	}

	static class PlainContext extends GenericApplicationContext {

	}

	@Retention(RetentionPolicy.RUNTIME)
	@Autometrics
	@interface Measured {

	}

	@Retention(RetentionPolicy.RUNTIME)
	@Measured
	@interface Quick {

	}

	@Autometrics
	interface MarkedInterface {

		void call();

	}

	interface MarkedMethodOfInterface {

		@Measured
		void call();

	}

	@Service
	static class Plain {

		@Async
		void call() {
		}

		@Override
		public String toString() {
			return "plain";
		}

	}

	@Autometrics
	static class MarkedType extends Plain {

	}

	static class OfMarkedType extends MarkedType {

	}

	abstract static class OfMarkedInterface implements MarkedInterface {

	}

	@Quick
	static class ByAnotherAnnotation {

	}

	static class MarkedMethod {

		@Autometrics
		void call() {
		}

	}

	static class OfMarkedMethod extends MarkedMethod {

	}

	abstract static class Implementation implements MarkedMethodOfInterface {

	}

	static class OfInterfaceOfSuperclass extends Implementation {

		@Override
		public void call() {
		}

	}

	static class WithoutOneMethod {

		@SkipAutometrics
		void call() {
		}

	}

}
