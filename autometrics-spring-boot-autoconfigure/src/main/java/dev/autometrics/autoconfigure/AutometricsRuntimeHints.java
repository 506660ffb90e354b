package dev.autometrics.autoconfigure;

import java.util.List;
import java.util.stream.Stream;

import dev.autometrics.Autometrics;
import dev.autometrics.AutometricsFunction;
import dev.autometrics.SkipAutometrics;
import dev.autometrics.interceptor.ErrorExpressionRoot;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * What a native image has to know of the library and Spring does not find out: the types
 * that are looked for by name, that expressions use or whose methods are read, and the
 * files of the Explorer.
 *
 * @see FunctionHintsProcessor
 */
final class AutometricsRuntimeHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		hints.resources().registerPattern("META-INF/autometrics/ui/*");
		ReflectionHints reflection = hints.reflection();
		reflection.registerType(ErrorExpressionRoot.class, MemberCategory.INVOKE_PUBLIC_METHODS);
		reflection.registerType(AutometricsFunction.Block.class, MemberCategory.INVOKE_PUBLIC_METHODS);
		Stream.of(Autometrics.class, SkipAutometrics.class).forEach((annotationType) -> {
			reflection.registerType(annotationType, MemberCategory.INVOKE_DECLARED_METHODS);
			hints.proxies().registerJdkProxy(annotationType);
		});
		reflection.registerTypeIfPresent(classLoader, "io.opentelemetry.api.GlobalOpenTelemetry",
				(type) -> type.withMethod(GlobalTelemetry.CLAIM, List.of(), ExecutableMode.INVOKE)
					.withField(GlobalTelemetry.FIELD));
		Stream
			.of("reactor.core.publisher.Flux", "kotlinx.coroutines.flow.Flow", "kotlinx.coroutines.reactor.MonoKt",
					"kotlinx.coroutines.reactor.ReactorContext")
			.forEach((name) -> reflection.registerTypeIfPresent(classLoader, name, (type) -> {
			}));
	}

}
