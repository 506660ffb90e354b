package dev.autometrics.interceptor;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

import dev.autometrics.Autometrics;
import dev.autometrics.SkipAutometrics;

/**
 * Beans annotated in every way there is.
 */
final class AnnotatedBeans {

	private AnnotatedBeans() {
	}

	static class OnMethod {

		@Autometrics(trackConcurrency = true)
		void marked() {
		}

		void unmarked() {
		}

	}

	@Autometrics
	static class OnType {

		void open() {
		}

		protected void guarded() {
		}

		void local() {
		}

		@SkipAutometrics
		void skipped() {
		}

		final void fixed() {
		}

		static void ofClass() {
		}

		@SuppressWarnings({ "unused", "UnusedMethod" })
		private void hidden() {
		}

	}

	@Autometrics
	abstract static class Parent {

		void inherited() {
		}

		abstract void abstracted();

	}

	static class Child extends Parent {

		void own() {
		}

		@Override
		public void abstracted() {
		}

	}

	static class OtherChild extends Parent {

		@Override
		public void abstracted() {
		}

	}

	@Autometrics
	interface Greeter {

		String greet(String name);

		default String shout(String name) {
			return greet(name) + "!";
		}

		@SkipAutometrics
		default String whisper(String name) {
			return name;
		}

	}

	static class GreeterBean implements Greeter {

		@Override
		public String greet(String name) {
			return "Hello " + name;
		}

		@Override
		public String whisper(String name) {
			return "";
		}

	}

	interface Handler<T> {

		void handle(T value);

	}

	static class StringHandler implements Handler<String> {

		@Override
		@Autometrics
		public void handle(String value) {
		}

	}

	interface Repository<T> {

		void save(T entity);

	}

	@Autometrics
	interface Orders extends Repository<String> {

		List<String> findAll();

	}

	interface Spoken {

		@Autometrics(objective = "interface")
		void ofInterface();

		@SkipAutometrics
		void again();

		@SkipAutometrics
		void never();

	}

	@Autometrics(objective = "type")
	static class Precedence implements Spoken {

		void ofType() {
		}

		@Autometrics(objective = "method")
		void ofMethod() {
		}

		@Override
		public void ofInterface() {
		}

		@Override
		@Autometrics
		public void again() {
		}

		@Override
		public void never() {
		}

	}

	@Target(ElementType.METHOD)
	@Retention(RetentionPolicy.RUNTIME)
	@Autometrics(objective = "api")
	@interface ApiHandler {

	}

	static class Meta {

		@ApiHandler
		void handle() {
		}

	}

	static class Named {

		@Autometrics(name = "order \"now\"")
		void place() {
		}

	}

	@Autometrics(name = "all")
	static class NamedType {

		void place() {
		}

	}

	@Autometrics
	static class WithObjectMethods implements Cloneable {

		void place() {
		}

		@Override
		public boolean equals(Object other) {
			return other == this;
		}

		@Override
		public int hashCode() {
			return 1;
		}

		@Override
		public String toString() {
			return "";
		}

		@Override
		protected Object clone() throws CloneNotSupportedException {
			return super.clone();
		}

	}

	@Autometrics
	static class Overloads {

		void place(String article) {
		}

		void place(String article, boolean now) {
		}

		void cancel() {
		}

		@SkipAutometrics
		void cancel(String reason) {
		}

	}

	interface OptionalLibrary {

	}

	static class UsesOptionalLibrary {

		@Autometrics
		void work() {
		}

		OptionalLibrary library() {
			throw new UnsupportedOperationException();
		}

	}

}
