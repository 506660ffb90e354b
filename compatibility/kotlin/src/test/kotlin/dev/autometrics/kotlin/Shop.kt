package dev.autometrics.kotlin

import dev.autometrics.Autometrics
import dev.autometrics.SkipAutometrics
import org.springframework.context.annotation.Bean
import org.springframework.context.annotation.Configuration
import org.springframework.stereotype.Service
import java.io.IOException

@Service
@Autometrics
class Shop {

	val opened = "today"

	@set:SkipAutometrics
	var clerk = "Ada"

	fun find(title: String) = title

	fun price(amount: Int, each: Int = amount + 1) = amount * each

	fun fail(failure: IOException): Nothing = throw failure

	fun ship(parcel: Parcel) = parcel.weight

	fun String.wrapped() = "[$this]"

	fun wrap(title: String) = title.wrapped()

	internal fun reserve(title: String) = title

	@Autometrics(name = "release")
	internal fun cancelReservation(title: String) = title

	private fun steal(title: String) = title

	fun lend(title: String) = steal(title)

	final fun burn(title: String) = title

	companion object {

		fun motto() = "open"

		@JvmStatic
		fun address() = "Main Street 1"

	}

}

@JvmInline
value class Parcel(val weight: Int)

@Autometrics
fun greet(shop: Shop) = shop.clerk

@Autometrics
fun Shop.greeting() = clerk

@Autometrics
data class Catalogue(val title: String) {

	fun browse() = title

}

@Autometrics
class Till {

	fun count() = 3

}

@Autometrics
open class Window {

	fun clean() = "clean"

	open fun decorate() = "decorated"

}

@Autometrics
object Street {

	fun walk() = "walked"

}

interface Delivery {

	@Autometrics
	fun deliver(title: String) = "$title delivered"

}

@Service
class Bicycle : Delivery

@Configuration
class UnopenedBeans {

	@Bean
	fun catalogue() = Catalogue("books")

	@Bean
	fun till() = Till()

	@Bean
	fun window() = Window()

	@Bean
	fun street() = Street

}
