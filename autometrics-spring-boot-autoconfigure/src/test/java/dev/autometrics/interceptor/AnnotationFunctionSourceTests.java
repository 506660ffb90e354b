package dev.autometrics.interceptor;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import dev.autometrics.Autometrics;
import dev.autometrics.model.InstrumentedFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AnnotationFunctionSource}.
 */
@ExtendWith(OutputCaptureExtension.class)
class AnnotationFunctionSourceTests {

	private static final String PREFIX = AnnotatedBeans.class.getName() + "$";

	private final AnnotationFunctionSource source = new AnnotationFunctionSource(FunctionLabelStyle.METHOD, false,
			TypeSelection.NONE, MethodReach.PROXY);

	@Test
	void methodOfAClassBelongsToItsBinaryName() {
		assertThat(functions(AnnotatedBeans.OnMethod.class)).containsExactly("OnMethod.marked");
	}

	@Test
	void typeMarksAllThatAProxySees() {
		assertThat(functions(AnnotatedBeans.OnType.class)).containsExactlyInAnyOrder("OnType.open", "OnType.guarded",
				"OnType.local");
	}

	@Test
	void inheritedMethodsBelongToTheClassOfTheBean() {
		assertThat(functions(AnnotatedBeans.Child.class)).containsExactlyInAnyOrder("Child.own", "Child.inherited",
				"Child.abstracted");
		assertThat(functions(AnnotatedBeans.OtherChild.class)).containsExactlyInAnyOrder("OtherChild.inherited",
				"OtherChild.abstracted");
	}

	@Test
	void interfaceMarksWhatImplementsIt() {
		assertThat(functions(AnnotatedBeans.GreeterBean.class)).containsExactlyInAnyOrder("GreeterBean.greet",
				"GreeterBean.shout");
		assertThat(function(AnnotatedBeans.Greeter.class, "greet", AnnotatedBeans.GreeterBean.class))
			.isEqualTo("GreeterBean.greet");
		assertThat(function(AnnotatedBeans.Greeter.class, "shout", AnnotatedBeans.GreeterBean.class))
			.isEqualTo("GreeterBean.shout");
	}

	@Test
	void bridgeMethodIsTheMethodThatItBridgesTo() {
		assertThat(functions(AnnotatedBeans.StringHandler.class)).containsExactly("StringHandler.handle");
		assertThat(function(AnnotatedBeans.Handler.class, "handle", AnnotatedBeans.StringHandler.class))
			.isEqualTo("StringHandler.handle");
	}

	@Test
	void weavingReachesAllAndChangesNoName() {
		AnnotationFunctionSource woven = new AnnotationFunctionSource(FunctionLabelStyle.METHOD, false,
				TypeSelection.NONE, MethodReach.WEAVING);

		assertThat(this.source.getFunctions(Woven.class)).extracting((function) -> function.id().function())
			.containsExactlyInAnyOrder("find");
		assertThat(woven.getFunctions(Woven.class)).extracting((function) -> function.id().function())
			.containsExactlyInAnyOrder("find", "find_int", "last", "create");
		assertThat(woven.getFunctions(WovenChild.class)).extracting((function) -> function.id().function())
			.containsExactlyInAnyOrder("find", "last");
	}

	@Test
	void classOfACglibProxyIsTheClassBehindIt() {
		ProxyFactory factory = new ProxyFactory(new AnnotatedBeans.OnMethod());
		factory.setProxyTargetClass(true);

		assertThat(functions(factory.getProxy().getClass())).containsExactly("OnMethod.marked");
	}

	@Test
	void jdkProxyBelongsToTheInterfaceOfItsAuthor() {
		Object repository = Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { AnnotatedBeans.Orders.class }, (proxy, method, args) -> null);

		assertThat(functions(repository.getClass())).containsExactlyInAnyOrder("Orders.findAll", "Orders.save");
		assertThat(function(AnnotatedBeans.Repository.class, "save", repository.getClass())).isEqualTo("Orders.save");
	}

	@Test
	void lambdaBelongsToItsInterface() {
		AnnotatedBeans.Greeter greeter = (name) -> name;

		assertThat(functions(greeter.getClass())).containsExactlyInAnyOrder("Greeter.greet", "Greeter.shout");
	}

	@Test
	void ownWordOfAMethodComesFirst() {
		assertThat(describe(AnnotatedBeans.Precedence.class,
				(function) -> function.id().function() + "=" + function.objective()))
			.containsExactlyInAnyOrder("ofType=type", "ofMethod=method", "ofInterface=interface", "again=null");
	}

	@Test
	void metaAnnotationSpeaksForAutometrics() {
		assertThat(describe(AnnotatedBeans.Meta.class,
				(function) -> function.id().function() + "=" + function.objective()))
			.containsExactly("handle=api");
	}

	@Test
	void nameReplacesTheNameOfTheMethod() {
		assertThat(functions(AnnotatedBeans.Named.class)).containsExactly("Named.order \"now\"");
	}

	@Test
	void nameOnATypeIsIgnored() {
		assertThat(functions(AnnotatedBeans.NamedType.class)).containsExactly("NamedType.place");
	}

	@Test
	void methodsOfObjectAreNeverMeasured() {
		assertThat(functions(AnnotatedBeans.WithObjectMethods.class)).containsExactly("WithObjectMethods.place");
	}

	@Test
	void overloadsAreDistinct() {
		assertThat(functions(AnnotatedBeans.Overloads.class)).containsExactlyInAnyOrder("Overloads.place_String",
				"Overloads.place_String_boolean", "Overloads.cancel");
	}

	@Test
	void typeAndMethodStyleNamesTheTypeInTheFunction() {
		AnnotationFunctionSource withType = new AnnotationFunctionSource(FunctionLabelStyle.TYPE_AND_METHOD, false,
				TypeSelection.NONE, MethodReach.PROXY);

		assertThat(withType.getFunctions(AnnotatedBeans.OnMethod.class)).singleElement().satisfies((function) -> {
			assertThat(function.id().module()).isEqualTo("dev.autometrics.interceptor");
			assertThat(function.id().function()).isEqualTo("AnnotatedBeans$OnMethod.marked");
		});
	}

	@Test
	void concurrencyIsTrackedWhereAskedForOrEverywhere() {
		AnnotationFunctionSource everywhere = new AnnotationFunctionSource(FunctionLabelStyle.METHOD, true,
				TypeSelection.NONE, MethodReach.PROXY);

		assertThat(describe(AnnotatedBeans.OnMethod.class, InstrumentedFunction::concurrencyTracked))
			.containsExactly(true);
		assertThat(describe(AnnotatedBeans.Named.class, InstrumentedFunction::concurrencyTracked))
			.containsExactly(false);
		assertThat(everywhere.getFunctions(AnnotatedBeans.Named.class))
			.allMatch(InstrumentedFunction::concurrencyTracked);
	}

	@Test
	void classWithoutAnnotationHasNoFunctions() {
		assertThat(this.source.getFunctions(String.class)).isEmpty();
		assertThat(this.source.getFunctions(getClass())).isEmpty();
	}

	@Test
	void classWhoseMethodsCannotBeReadHasNoFunctions() throws ClassNotFoundException {
		Class<?> broken = new WithoutOptionalLibrary().loadClass(AnnotatedBeans.UsesOptionalLibrary.class.getName());

		assertThat(this.source.getFunctions(broken)).isEmpty();
		assertThat(functions(AnnotatedBeans.UsesOptionalLibrary.class)).hasSize(1);
	}

	private List<String> functions(Class<?> type) {
		return describe(type, (function) -> function.id().toString().replace(PREFIX, ""));
	}

	private <T> List<T> describe(Class<?> type, Function<InstrumentedFunction, T> description) {
		return this.source.getFunctions(type).stream().map(description).toList();
	}

	private String function(Class<?> declaring, String method, Class<?> targetClass) {
		InstrumentedFunction function = this.source
			.getFunction(ClassUtils.getMethod(declaring, method, (Class<?>[]) null), targetClass);
		return (function != null) ? function.id().toString().replace(PREFIX, "") : null;
	}

	/**
	 * Loads one class anew, for which another one does not exist.
	 */
	private static final class WithoutOptionalLibrary extends ClassLoader {

		WithoutOptionalLibrary() {
			super(AnnotationFunctionSourceTests.class.getClassLoader());
		}

		@Override
		protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
			if (name.equals(AnnotatedBeans.OptionalLibrary.class.getName())) {
				throw new ClassNotFoundException(name);
			}
			if (!name.equals(AnnotatedBeans.UsesOptionalLibrary.class.getName())) {
				return super.loadClass(name, resolve);
			}
			try (InputStream stream = getResourceAsStream(name.replace('.', '/') + ".class")) {
				byte[] bytes = Objects.requireNonNull(stream).readAllBytes();
				return defineClass(name, bytes, 0, bytes.length);
			}
			catch (IOException ex) {
				throw new ClassNotFoundException(name, ex);
			}
		}

	}

	@Autometrics
	static class Woven {

		int find(String article) {
			return find(article.length());
		}

		private int find(int number) {
			return number;
		}

		final int last() {
			return 0;
		}

		static int create() {
			return 0;
		}

	}

	static class WovenChild extends Woven {

	}

}
