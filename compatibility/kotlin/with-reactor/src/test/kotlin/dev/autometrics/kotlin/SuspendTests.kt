package dev.autometrics.kotlin

import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.CoroutineStart.UNDISPATCHED
import kotlinx.coroutines.async
import kotlinx.coroutines.flow.flowOf
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import kotlinx.coroutines.test.runCurrent
import kotlinx.coroutines.test.runTest
import kotlinx.coroutines.withTimeoutOrNull
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AutoClose
import org.junit.jupiter.api.Test

/**
 * With the bridge to Reactor the call of a function that suspends ends when it has come to
 * its end, however often it has suspended.
 */
class SuspendTests {

	@AutoClose
	private val application = Application(Books::class.java)

	private val books = application.bean<Books>()

	@Test
	fun recordsValueOfFunctionThatDoesNotSuspend() = runTest {
		books.find("Emma")

		assertThat(application.callsOf("find")).containsExactly(Calls("ok"))
		assertThat(application.concurrentCallsOf("find")).isZero()
	}

	@Test
	fun recordsNothingBeforeFunctionIsResumed() = runTest {
		val gate = CompletableDeferred<String>()
		val call = async(start = UNDISPATCHED) { books.await(gate) }
		runCurrent()
		val suspended = System.nanoTime()

		assertThat(application.callsOf("await")).isEmpty()
		assertThat(application.concurrentCallsOf("await")).isOne()

		val resumed = System.nanoTime()
		gate.complete("Emma")
		call.await()

		assertThat(application.callsOf("await")).containsExactly(Calls("ok"))
		assertThat(application.concurrentCallsOf("await")).isZero()
		assertThat(application.nanosIn("await")).isGreaterThanOrEqualTo((resumed - suspended).toDouble())
	}

	@Test
	fun recordsUnitAndNull() = runTest {
		books.awaitNothing(CompletableDeferred(Unit))
		books.awaitAny(CompletableDeferred(null as String?))

		assertThat(application.callsOf("awaitNothing")).containsExactly(Calls("ok"))
		assertThat(application.callsOf("awaitAny")).containsExactly(Calls("ok"))
	}

	@Test
	fun recordsExceptionOfFunctionThatDoesNotSuspend() = runTest {
		runCatching { books.fail(Unavailable("Emma", 0)) }

		assertThat(application.callsOf("fail")).containsExactly(Calls("error"))
	}

	@Test
	fun recordsExceptionOfFunctionThatSuspends() = runTest {
		val gate = CompletableDeferred<String>()
		val call = async(start = UNDISPATCHED) { runCatching { books.await(gate) } }
		runCurrent()

		gate.completeExceptionally(Unavailable("Emma", 0))
		call.await()

		assertThat(application.callsOf("await")).containsExactly(Calls("error"))
		assertThat(application.concurrentCallsOf("await")).isZero()
	}

	@Test
	fun recordsCancellationOnce() = runTest {
		val gate = CompletableDeferred<String>()
		val cancelled = async(start = UNDISPATCHED) { books.await(gate) }
		val other = async(start = UNDISPATCHED) { books.await(gate) }
		runCurrent()
		assertThat(application.concurrentCallsOf("await")).isEqualTo(2)

		cancelled.cancel()
		runCurrent()

		assertThat(application.callsOf("await")).containsExactly(Calls("ok"))
		assertThat(application.concurrentCallsOf("await")).isOne()

		gate.complete("Emma")
		other.await()
		runCurrent()

		assertThat(application.callsOf("await")).containsExactly(Calls("ok", 2))
		assertThat(application.concurrentCallsOf("await")).isZero()
	}

	@Test
	fun cancellationCanBeAnError() = runTest {
		Application(Books::class.java, properties = mapOf("autometrics.results.cancelled" to "error")).use {
			val call = async(start = UNDISPATCHED) { it.bean<Books>().await(CompletableDeferred()) }
			runCurrent()

			call.cancel()

			assertThat(it.callsOf("await")).containsExactly(Calls("error"))
		}
	}

	@Test
	fun recordsTimeoutOfTheCallerAsCancellation() = runTest {
		withTimeoutOrNull(1000) { books.await(CompletableDeferred()) }

		assertThat(application.callsOf("await")).containsExactly(Calls("ok"))
		assertThat(application.concurrentCallsOf("await")).isZero()
	}

	@Test
	fun rulesForResultsApply() = runTest {
		books.judge(CompletableDeferred("lost"))
		books.judge(CompletableDeferred("found"))
		runCatching { books.judge(CompletableDeferred<String>().apply { completeExceptionally(Unavailable("Emma", 0)) }) }

		assertThat(application.callsOf("judge")).containsExactlyInAnyOrder(Calls("error"), Calls("ok", 2))
	}

	@Test
	fun recordsFlowOfFunctionThatSuspends() = runTest {
		val gate = CompletableDeferred<Unit>()
		val titles = books.browseLater(gate, flowOf("Emma"))
		val collection = launch(start = UNDISPATCHED) { assertThat(titles.toList()).containsExactly("Emma") }
		runCurrent()
		assertThat(application.concurrentCallsOf("browseLater")).isOne()

		gate.complete(Unit)
		collection.join()

		assertThat(application.callsOf("browseLater")).containsExactly(Calls("ok"))
		assertThat(application.concurrentCallsOf("browseLater")).isZero()
	}

	@Test
	fun deferredEndsWhenItIsReturned() {
		val title = CompletableDeferred<String>()

		val order = books.order(title)

		assertThat(application.callsOf("order")).containsExactly(Calls("ok"))
		assertThat(application.concurrentCallsOf("order")).isZero()
		order.cancel()
		assertThat(title.isCancelled).isTrue()
		assertThat(application.callsOf("order")).containsExactly(Calls("ok"))
	}

}
