package dev.autometrics.kotlin

import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.CoroutineStart.UNDISPATCHED
import kotlinx.coroutines.async
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.test.runCurrent
import kotlinx.coroutines.test.runTest
import org.assertj.core.api.Assertions.assertThat
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
