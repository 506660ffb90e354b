package dev.autometrics.kotlin

import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.AutoClose
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.ExtendWith
import org.springframework.aop.support.AopUtils
import org.springframework.boot.test.system.CapturedOutput
import org.springframework.boot.test.system.OutputCaptureExtension
import java.io.IOException

/**
 * Functions that do not suspend: which of them are measured, and what they are called.
 */
@ExtendWith(OutputCaptureExtension::class)
class FunctionTests {

	@AutoClose
	private val application = Application(Shop::class.java, Bicycle::class.java, UnopenedBeans::class.java)

	private val shop = application.bean<Shop>()

	@Test
	fun recordsMemberOfOpenedClass() {
		assertThat(shop.find("Emma")).isEqualTo("Emma")

		assertThat(application.callsOf("find")).containsExactly(Calls("ok"))
	}

	@Test
	fun recordsFunctionOfInterface() {
		assertThat(application.bean<Delivery>().deliver("Emma")).isEqualTo("Emma delivered")

		assertThat(application.callsOf("deliver")).containsExactly(Calls("ok"))
	}

	@Test
	fun recordsCallWithDefaultArgumentsOnce() {
		assertThat(shop.price(3)).isEqualTo(12)
		assertThat(shop.price(3, 5)).isEqualTo(15)

		assertThat(application.callsOf("price")).containsExactly(Calls("ok", 2))
	}

	@Test
	fun handsOnCheckedExceptionThatIsNotDeclared() {
		val failure = IOException("closed")

		assertThatThrownBy { shop.fail(failure) }.isSameAs(failure)

		assertThat(application.callsOf("fail")).containsExactly(Calls("error"))
	}

	@Test
	fun recordsAccessorsOfPropertiesUnlessSkipped() {
		shop.clerk = "Bea"

		assertThat(shop.opened).isEqualTo("today")
		assertThat(shop.clerk).isEqualTo("Bea")

		assertThat(application.callsOf("getOpened")).containsExactly(Calls("ok"))
		assertThat(application.callsOf("getClerk")).containsExactly(Calls("ok"))
		assertThat(application.callsOf("setClerk")).isEmpty()
	}

	@Test
	fun extensionWithinClassIsMemberLikeAnyOther() {
		assertThat(with(shop) { "Emma".wrapped() }).isEqualTo("[Emma]")
		assertThat(shop.wrap("Emma")).isEqualTo("[Emma]")

		assertThat(application.callsOf("wrapped")).containsExactly(Calls("ok"))
		assertThat(application.callsOf("wrap")).containsExactly(Calls("ok"))
	}

	@Test
	fun topLevelAndCompanionFunctionsAreNotMeasured() {
		assertThat(greet(shop)).isEqualTo("Ada")
		assertThat(shop.greeting()).isEqualTo("Ada")
		assertThat(Shop.motto()).isEqualTo("open")
		assertThat(Shop.address()).isEqualTo("Main Street 1")

		assertThat(application.functions).doesNotContain("greet", "greeting", "motto", "address", "getCompanion")
	}

	@Test
	fun privateAndFinalFunctionsAreNotMeasured() {
		assertThat(shop.lend("Emma")).isEqualTo("Emma")
		assertThat(shop.burn("Emma")).isEqualTo("Emma")

		assertThat(application.functions).contains("lend").doesNotContain("steal", "burn")
	}

	@Test
	fun internalFunctionHasTheNameThatTheCompilerGivesIt() {
		assertThat(shop.reserve("Emma")).isEqualTo("Emma")

		assertThat(application.functions.filter { it.startsWith("reserve") }).singleElement().asString()
			.matches("reserve\\\$compatibility_kotlin_with(out)?_reactor")
	}

	@Test
	fun internalFunctionCanBeNamed() {
		assertThat(shop.cancelReservation("Emma")).isEqualTo("Emma")

		assertThat(application.callsOf("release")).containsExactly(Calls("ok"))
	}

	@Test
	fun functionOfValueClassHasTheNameThatTheCompilerGivesIt() {
		assertThat(shop.ship(Parcel(3))).isEqualTo(3)

		assertThat(application.functions.filter { it.startsWith("ship") }).singleElement().asString()
			.matches("ship-[\\w-]+")
	}

	@Test
	fun finalClassesAreLeftAloneWithWarning(output: CapturedOutput) {
		assertThat(application.bean<Catalogue>()).isEqualTo(Catalogue("books")).matches { !AopUtils.isAopProxy(it) }
		assertThat(application.bean<Till>().count()).isEqualTo(3)
		assertThat(application.bean<Street>()).isSameAs(Street)

		assertThat(application.functions).doesNotContain("browse", "count", "walk")
		assertThat(output).contains("${Catalogue::class.java.name}: It is final",
			"${Till::class.java.name}: It is final",
			"${Street::class.java.name}: It is final")
	}

	@Test
	fun ofClassThatIsOpenedByHandOnlyOpenFunctionsAreMeasured() {
		val window = application.bean<Window>()

		assertThat(window.decorate()).isEqualTo("decorated")
		assertThat(window.clean()).isEqualTo("clean")

		assertThat(application.functions).contains("decorate").doesNotContain("clean")
	}

}
