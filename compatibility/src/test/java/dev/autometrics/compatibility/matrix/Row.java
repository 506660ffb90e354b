package dev.autometrics.compatibility.matrix;

/**
 * The rows of the compatibility matrix, in their order. The name of a row is stable, its
 * words are those of {@code docs/compatibility.md}.
 */
public enum Row {

	CGLIB_CLASS(Group.PROXIES, "class without an interface (CGLIB)", "module is the class"),

	CGLIB_INTERFACE(Group.PROXIES, "class with an interface (CGLIB)",
			"module is the class, also for calls through the interface"),

	CGLIB_ANNOTATED_INTERFACE(Group.PROXIES, "class whose interface is annotated, its method or its type (CGLIB)",
			"module is the class"),

	AOP_AUTO_OFF(Group.PROXIES, "`spring.aop.auto=false`", "as without it"),

	JDK_CLASS_METHOD(Group.PROXIES, "`spring.aop.proxy-target-class=false`, method of the class annotated",
			"module is the class"),

	JDK_INTERFACE_METHOD(Group.PROXIES, "`spring.aop.proxy-target-class=false`, method of the interface annotated",
			"module is the class"),

	JDK_INTERFACE_TYPE(Group.PROXIES, "`spring.aop.proxy-target-class=false`, interface annotated",
			"module is the class"),

	JDK_FINAL_CLASS(Group.PROXIES, "`spring.aop.proxy-target-class=false`, final class with an interface",
			"module is the class"),

	LAMBDA(Group.PROXIES, "lambda as a bean, interface annotated", "module is the interface"),

	FINAL_CLASS(Group.PROXIES, "final class", "nothing, and the log says so; all else is measured"),

	RECORD(Group.PROXIES, "record", "nothing, and the log says so; all else is measured"),

	SEALED_CLASS(Group.PROXIES, "sealed class", "nothing, and the log says so; all else is measured"),

	ENUM(Group.PROXIES, "enum", "nothing, and the log says so; all else is measured"),

	DEFAULT_METHOD(Group.METHODS, "default method of an interface", "module is the class"),

	BRIDGE_OF_INTERFACE(Group.METHODS, "method of a generic interface, annotated there", "one function of the class"),

	BRIDGE_OF_CLASS(Group.METHODS, "method of a generic interface, annotated in the class",
			"one function of the class"),

	TEMPLATE_METHOD(Group.METHODS, "template method of an abstract class", "module is each subclass"),

	INHERITED_METHOD(Group.METHODS, "inherited method, superclass annotated", "module is each subclass"),

	VISIBILITY(Group.METHODS, "public, protected and package-private methods", "each call"),

	NOT_INTERCEPTED(Group.METHODS, "private, static and final methods, calls on `this`",
			"nothing, such calls do not pass the proxy"),

	META_ANNOTATION(Group.METHODS, "annotation of yours that carries `@Autometrics`, on a method or a class",
			"as if it were `@Autometrics`"),

	SKIPPED_METHOD(Group.METHODS, "`@SkipAutometrics` on a method of an annotated class", "all but that method"),

	OVERLOADS(Group.METHODS, "overloads", "`place_String`, `place_String_boolean`"),

	NAMED_LIKE_METRIC(Group.METHODS, "method named `function_calls_total`", "function is that name"),

	CALLER(Group.METHODS, "annotated bean that calls an annotated bean", "caller is the outer function"),

	KOTLIN(Group.METHODS, "Kotlin classes, `suspend` and `Flow`",
			"tested on 4.1 alone, in [compatibility/kotlin](../compatibility/kotlin)", ""),

	PROTOTYPE(Group.SCOPES, "prototype", "calls of all instances, series are there before the first"),

	REQUEST_SCOPE(Group.SCOPES, "request scope, proxy of the class", "module is the class, one call each"),

	SESSION_SCOPE(Group.SCOPES, "session scope, proxy of the interface", "module is the class, one call each"),

	CUSTOM_SCOPE(Group.SCOPES, "scope of your own that renews its beans", "one call each, also after the renewal"),

	REFRESH_SCOPE(Group.SCOPES, "`@RefreshScope` of Spring Cloud",
			"one call each, also after a refresh; Spring Cloud has no release for 4.1 yet", "3.5 4.0"),

	FACTORY_BEAN_CLASS(Group.SCOPES, "object that a `FactoryBean` makes", "module is its class"),

	FACTORY_BEAN_INTERFACE(Group.SCOPES, "JDK proxy that a `FactoryBean` makes", "module is the interface"),

	FACTORY_BEAN(Group.SCOPES, "annotated `FactoryBean`", "its own methods"),

	CONFIGURATION_FULL(Group.SCOPES, "`@Configuration`", "its methods, `@Bean` methods included"),

	CONFIGURATION_LITE(Group.SCOPES, "`@Configuration(proxyBeanMethods = false)`",
			"its methods, `@Bean` methods included"),

	BEAN_METHOD_OF_INTERFACE(Group.SCOPES, "`@Bean` method that declares an interface", "module is the class"),

	REGISTERED_BEAN(Group.SCOPES, "`GenericApplicationContext.registerBean`", "each call"),

	LAZY_BEAN(Group.SCOPES, "`@Lazy`", "each call, series are there before the bean is"),

	LAZY_INITIALIZATION(Group.SCOPES, "`spring.main.lazy-initialization=true`",
			"each call, series are there before the bean is"),

	CIRCULAR_BEANS(Group.SCOPES, "`spring.main.allow-circular-references=true`, two beans in a circle", "each call"),

	OVERRIDDEN_BEAN(Group.SCOPES, "`spring.main.allow-bean-definition-overriding=true`", "the bean that overrides"),

	REPOSITORY(Group.FRAMEWORKS, "Spring Data repository, interface annotated",
			"module is the interface, also for inherited methods"),

	HTTP_EXCHANGE(Group.FRAMEWORKS, "`@HttpExchange` client, interface annotated", "module is the interface"),

	FEIGN(Group.FRAMEWORKS, "OpenFeign client (`Feign.builder()`), interface annotated", "module is the interface"),

	FEIGN_CLIENT(Group.FRAMEWORKS, "`@FeignClient` of Spring Cloud, interface annotated",
			"module is the interface; Spring Cloud has no release for 4.1 yet", "3.5 4.0"),

	TRANSACTIONAL(Group.ORDERS, "`@Transactional`", "the commit too: a failed one is an error"),

	TRANSACTIONAL_LAST(Group.ORDERS, "`@Transactional`, `autometrics.order=2147483647`",
			"the method alone: a failed commit is ok"),

	CACHEABLE(Group.ORDERS, "`@Cacheable`", "2 calls, 1 of them answered by the cache"),

	CACHEABLE_LAST(Group.ORDERS, "`@Cacheable`, `autometrics.order=2147483647`",
			"1 of 2 calls, the other is answered by the cache"),

	ASYNC(Group.ORDERS, "`@Async`", "the call on the other thread, without a caller"),

	ASYNC_LAST(Group.ORDERS, "`@Async`, `autometrics.order=2147483647`",
			"the call on the other thread, without a caller"),

	VALIDATED(Group.ORDERS, "`@Validated`", "an invalid argument is an error"),

	VALIDATED_LAST(Group.ORDERS, "`@Validated`, `autometrics.order=2147483647`",
			"an invalid argument is an error: validation stays inside"),

	SPRING_RETRY(Group.ORDERS, "`@Retryable` of Spring Retry, which needs AspectJ",
			"3 attempts are 1 call; Spring Boot 4 does not manage it", "3.5"),

	SPRING_RETRY_LAST(Group.ORDERS, "`@Retryable` of Spring Retry, `autometrics.order=2147483647`",
			"3 attempts are 3 calls, 2 of them errors", "3.5"),

	RESILIENCE(Group.ORDERS, "`@Retryable` of Spring Framework 7",
			"3 attempts are 3 calls, 2 of them errors; Spring 6.2 has no such annotation", "4.0 4.1"),

	RESILIENCE_LAST(Group.ORDERS, "`@Retryable` of Spring Framework 7, `autometrics.order=2147483647`",
			"3 attempts are 3 calls, 2 of them errors; Spring 6.2 has no such annotation", "4.0 4.1"),

	PARENT_AND_CHILD(Group.CONTEXTS, "parent and child context", "each call once, in the registry of the parent"),

	TWO_CONTEXTS(Group.CONTEXTS, "two applications in one JVM", "each in its own registry"),

	MOCKITO_BEAN(Group.TESTS, "`@MockitoBean`", "not the mock"),

	MOCKITO_SPY_BEAN(Group.TESTS, "`@MockitoSpyBean`", "the spied bean, module is its class"),

	JSON_TEST(Group.TESTS, "`@JsonTest`", "nothing, it leaves the auto-configuration out"),

	WEB_MVC_TEST(Group.TESTS, "`@WebMvcTest`", "nothing, it leaves the auto-configuration out");

	private final Group group;

	private final String subject;

	private final String measured;

	private final String lines;

	Row(Group group, String subject, String measured) {
		this(group, subject, measured, "3.5 4.0 4.1");
	}

	Row(Group group, String subject, String measured, String lines) {
		this.group = group;
		this.subject = subject;
		this.measured = measured;
		this.lines = lines;
	}

	Group group() {
		return this.group;
	}

	boolean isOn(String line) {
		return this.lines.contains(line);
	}

	String text() {
		return "| %s | %s | %s | %s | %s |".formatted(this.subject, mark("3.5"), mark("4.0"), mark("4.1"),
				this.measured);
	}

	private String mark(String line) {
		return isOn(line) ? "yes" : "-";
	}

	/**
	 * What rows have in common.
	 */
	enum Group {

		PROXIES("Proxies"), METHODS("Methods"), SCOPES("Scopes and factories"),
		FRAMEWORKS("Proxies of other frameworks"), ORDERS("Beside other advice"), CONTEXTS("Contexts"), TESTS("Tests");

		private final String title;

		Group(String title) {
			this.title = title;
		}

		String title() {
			return this.title;
		}

	}

}
