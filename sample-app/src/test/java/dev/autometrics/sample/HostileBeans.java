package dev.autometrics.sample;

import java.util.List;

import dev.autometrics.Autometrics;

/**
 * Functions with names that need escaping somewhere between the application, Prometheus
 * and the address bar of a browser.
 */
final class HostileBeans {

	private HostileBeans() {
	}

	/**
	 * The functions with such names.
	 */
	static class Names {

		@Autometrics(name = "say \"hello\"")
		void quotes() {
		}

		@Autometrics(name = "C:\\temp\\new\\")
		void backslashes() {
		}

		@Autometrics(name = "\\\"\\n")
		void escapedAlready() {
		}

		@Autometrics(name = "$1 ${x} lambda$sum$0")
		void dollars() {
		}

		@Autometrics(name = "{a=\"b\",c!~'d'} (e) [5m] or 0 # no comment")
		void promql() {
		}

		@Autometrics(name = " two  spaces ")
		void spaces() {
		}

		@Autometrics(name = "a+b = c&g0.expr=d#e?f;g")
		void url() {
		}

		@Autometrics(name = "100% %20 %2B %")
		void percents() {
		}

		@Autometrics(name = "//slash//slash/../x/./y")
		void slashes() {
		}

		@Autometrics(name = "caf\u00e9 \u6f22\u5b57 \ud83c\udf89 e\u0301")
		void unicode() {
		}

		@Autometrics(name = "two\nlines\tand a tab")
		void lines() {
		}

		@Autometrics(name = "x|y.*^?(z)")
		void expression() {
		}

		static List<Runnable> callsOf(Names names) {
			return List.of(names::quotes, names::backslashes, names::escapedAlready, names::dollars, names::promql,
					names::spaces, names::url, names::percents, names::slashes, names::unicode, names::lines,
					names::expression);
		}

	}

	/**
	 * The type around a bean.
	 */
	static final class Outer {

		private Outer() {
		}

		/**
		 * A nested bean, whose module has a dollar, and whose function calls all others.
		 */
		static class Inner {

			private final Names names;

			Inner(Names names) {
				this.names = names;
			}

			@Autometrics(name = "all \\ of \"them\"\n")
			void all() {
				Names.callsOf(this.names).forEach(Runnable::run);
			}

		}

	}

}
