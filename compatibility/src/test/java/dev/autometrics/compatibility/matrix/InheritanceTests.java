package dev.autometrics.compatibility.matrix;

import dev.autometrics.Autometrics;

/**
 * Methods that a class has from elsewhere.
 */
class InheritanceTests {

	@Covers(Row.DEFAULT_METHOD)
	void measuresDefaultMethod() {
		try (MatrixApplication application = MatrixApplication.of(DefaultMethodBean.class)) {
			application.bean(WithDefault.class).greet();
			application.bean(DefaultMethodBean.class).greet();

			application.showsOnly(Calls.of(DefaultMethodBean.class, "greet").ok(2));
		}
	}

	@Covers(Row.BRIDGE_OF_INTERFACE)
	@SuppressWarnings("unchecked")
	void measuresGenericMethodAnnotatedInInterface() {
		try (MatrixApplication application = MatrixApplication.of(TextHandler.class)) {
			application.bean(Handler.class).handle("a");
			application.bean(TextHandler.class).handle("b");

			application.showsOnly(Calls.of(TextHandler.class, "handle").ok(2));
		}
	}

	@Covers(Row.BRIDGE_OF_CLASS)
	@SuppressWarnings("unchecked")
	void measuresGenericMethodAnnotatedInClass() {
		try (MatrixApplication application = MatrixApplication.of(TextConsumer.class)) {
			application.bean(PlainHandler.class).handle("a");
			application.bean(TextConsumer.class).handle("b");

			application.showsOnly(Calls.of(TextConsumer.class, "handle").ok(2));
		}
	}

	@Covers(Row.TEMPLATE_METHOD)
	void measuresTemplateMethodOfEachSubclass() {
		try (MatrixApplication application = MatrixApplication.of(Import.class, Export.class)) {
			application.bean(Import.class).run();
			application.bean(Export.class).run();
			application.bean(Export.class).run();

			application.showsOnly(Calls.of(Import.class, "run").ok(1), Calls.of(Export.class, "run").ok(2));
		}
	}

	@Covers(Row.INHERITED_METHOD)
	void measuresInheritedMethodOfEachSubclass() {
		try (MatrixApplication application = MatrixApplication.of(Books.class, Films.class)) {
			application.bean(Books.class).save();
			application.bean(Films.class).save();
			application.bean(Films.class).save();

			application.showsOnly(Calls.of(Books.class, "save").ok(1), Calls.of(Films.class, "save").ok(2));
		}
	}

	interface WithDefault {

		@Autometrics
		default void greet() {
		}

	}

	static class DefaultMethodBean implements WithDefault {

	}

	interface Handler<T> {

		@Autometrics
		void handle(T value);

	}

	static class TextHandler implements Handler<String> {

		@Override
		public void handle(String value) {
		}

	}

	interface PlainHandler<T> {

		void handle(T value);

	}

	static class TextConsumer implements PlainHandler<String> {

		@Override
		@Autometrics
		public void handle(String value) {
		}

	}

	abstract static class Job {

		@Autometrics
		void run() {
			step();
		}

		abstract void step();

	}

	static class Import extends Job {

		@Override
		void step() {
		}

	}

	static class Export extends Job {

		@Override
		void step() {
		}

	}

	@Autometrics
	static class Store {

		void save() {
		}

	}

	static class Books extends Store {

	}

	static class Films extends Store {

	}

}
