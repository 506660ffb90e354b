package dev.autometrics.interceptor;

import dev.autometrics.model.FunctionId;

import org.springframework.util.ClassUtils;

/**
 * Which of the labels {@code function} and {@code module} has the name of the type
 * (specification, M22 and M23).
 *
 * @since 0.1.0
 */
public enum FunctionLabelStyle {

	/**
	 * {@code function} is the name of the method, {@code module} the binary name of the
	 * class, such as {@code com.acme.Shop$Cart}. The published dashboards need this.
	 */
	METHOD {
		@Override
		FunctionId id(Class<?> type, String name) {
			return new FunctionId(type.getName(), name);
		}
	},

	/**
	 * {@code function} is the name of the class without its package, a dot and the name
	 * of the method; {@code module} is the package, or {@code default} for the unnamed
	 * one.
	 */
	TYPE_AND_METHOD {
		@Override
		FunctionId id(Class<?> type, String name) {
			String packageName = ClassUtils.getPackageName(type);
			String typeName = packageName.isEmpty() ? type.getName()
					: type.getName().substring(packageName.length() + 1);
			return new FunctionId(packageName.isEmpty() ? UNNAMED_PACKAGE : packageName, typeName + "." + name);
		}
	};

	// No package can have the name of a keyword.
	private static final String UNNAMED_PACKAGE = "default";

	abstract FunctionId id(Class<?> type, String name);

}
