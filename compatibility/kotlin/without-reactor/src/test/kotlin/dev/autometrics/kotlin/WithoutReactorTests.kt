package dev.autometrics.kotlin

import dev.autometrics.problems.ProblemCode
import dev.autometrics.problems.ProblemsFoundException
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.CoroutineStart.UNDISPATCHED
import kotlinx.coroutines.async
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.test.runCurrent
import kotlinx.coroutines.test.runTest
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.AutoClose
import org.junit.jupiter.api.Test
import org.springframework.util.ClassUtils

/**
 * Without the bridge to Reactor the call of a function that suspends ends when it first
 * does so, and what it comes to is not known.
 */
class WithoutReactorTests {

	@AutoClose
	private val application = Application(Books::class.java)

	private val books = application.bean<Books>()

	@Test
	fun neitherReactorNorTheBridgeIsPresent() {
		assertThat(listOf("reactor.core.publisher.Mono", "kotlinx.coroutines.reactor.MonoKt", "org.reactivestreams.Publisher"))
			.noneMatch { ClassUtils.isPresent(it, null) }
	}

	@Test
	fun am121EndNotSeen() {
		assertThatThrownBy { Application(Books::class.java, properties = mapOf("autometrics.problems" to "fail")) }
			.rootCause().isInstanceOfSatisfying(ProblemsFoundException::class.java) { exception ->
				assertThat(exception.problems().map { it.code() }).isNotEmpty().containsOnly(ProblemCode.END_NOT_SEEN)
				assertThat(exception.problems().map { it.toString() }).contains(
					"AM-121 dev.autometrics.kotlin.Books.find(String,Continuation): It suspends, and its calls are measured "
						+ "until the first suspension only, as ok. Add org.jetbrains.kotlinx:kotlinx-coroutines-reactor. "
						+ "(docs/problems.md#am-121)")
			}
	}

	@Test
	fun recordsValueOfFunctionThatDoesNotSuspend() = runTest {
		books.find("Emma")

		assertThat(application.callsOf("find")).containsExactly(Calls("ok"))
	}

	@Test
	fun recordsExceptionOfFunctionThatDoesNotSuspend() = runTest {
		runCatching { books.fail(Unavailable("Emma", 0)) }

		assertThat(application.callsOf("fail")).containsExactly(Calls("error"))
	}

	@Test
	fun callEndsAtFirstSuspension() = runTest {
		val gate = CompletableDeferred<String>()
		val start = System.nanoTime()
		val call = async(start = UNDISPATCHED) { books.await(gate) }
		val suspended = System.nanoTime()

		assertThat(application.callsOf("await")).containsExactly(Calls("ok"))
		assertThat(application.concurrentCallsOf("await")).isZero()

		gate.complete("Emma")
		call.await()

		assertThat(application.callsOf("await")).containsExactly(Calls("ok"))
		assertThat(application.nanosIn("await")).isBetween(1.0, (suspended - start).toDouble())
	}

	@Test
	fun exceptionAfterSuspensionIsNoError() = runTest {
		val gate = CompletableDeferred<String>()
		val call = async(start = UNDISPATCHED) { runCatching { books.await(gate) } }

		gate.completeExceptionally(Unavailable("Emma", 0))
		call.await()

		assertThat(application.callsOf("await")).containsExactly(Calls("ok"))
	}

	@Test
	fun cancellationAfterSuspensionIsNotSeen() = runTest {
		val call = async(start = UNDISPATCHED) { books.await(CompletableDeferred()) }

		call.cancel()
		runCurrent()

		assertThat(application.callsOf("await")).containsExactly(Calls("ok"))
	}

	@Test
	fun flowOfFunctionThatSuspendsIsNotMeasured() = runTest {
		val titles = books.browseLater(CompletableDeferred(Unit), flow { throw Unavailable("Emma", 0) })
		assertThat(application.callsOf("browseLater")).containsExactly(Calls("ok"))

		runCatching { titles.toList() }

		assertThat(application.callsOf("browseLater")).containsExactly(Calls("ok"))
	}

	@Test
	fun deferredEndsWhenItIsReturned() {
		books.order(CompletableDeferred())

		assertThat(application.callsOf("order")).containsExactly(Calls("ok"))
	}

}
