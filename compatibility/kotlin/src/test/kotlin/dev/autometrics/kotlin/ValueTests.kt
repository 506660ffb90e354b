package dev.autometrics.kotlin

import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.CoroutineStart.UNDISPATCHED
import kotlinx.coroutines.async
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.flowOf
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.supervisorScope
import kotlinx.coroutines.test.TestScope
import kotlinx.coroutines.test.runCurrent
import kotlinx.coroutines.test.runTest
import kotlinx.coroutines.withTimeoutOrNull
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AutoClose
import org.junit.jupiter.api.Test
import java.io.IOException

/**
 * What reaches the caller of a measured function is what reaches the caller of any other.
 */
class ValueTests {

	@AutoClose
	private val application = Application(Books::class.java)

	private val books = application.bean<Books>()

	@Test
	fun valueOfFunctionThatDoesNotSuspend() = runTest {
		val title = String("Emma".toCharArray())

		assertThat(books.find(title)).isSameAs(title)
	}

	@Test
	fun valueOfFunctionThatSuspends() = runTest {
		val title = String("Emma".toCharArray())
		val gate = CompletableDeferred<String>()
		val call = async(start = UNDISPATCHED) { books.await(gate) }

		assertThat(call.isActive).isTrue()
		gate.complete(title)

		assertThat(call.await()).isSameAs(title)
	}

	@Test
	fun nullAndUnit() = runTest {
		assertThat(books.awaitAny(CompletableDeferred(null as String?))).isNull()
		assertThat(books.awaitNothing(CompletableDeferred(Unit))).isEqualTo(Unit)
	}

	@Test
	fun exceptionOfFunctionThatDoesNotSuspend() = runTest {
		val failure = Unavailable("Emma", 0)

		assertThat(runCatching { books.fail(failure) }.exceptionOrNull()).isSameAs(failure)
	}

	@Test
	fun exceptionOfFunctionThatSuspends() = runTest {
		val failure = Unavailable("Emma", 0)

		assertThat(failureOfSuspended(failure) { books.await(it) }).isSameAs(failure)
	}

	@Test
	fun exceptionIsCopiedForItsStackTraceAtMost() = runTest {
		val failure = IOException("closed")

		val plain = failureOfSuspended(failure) { Books().await(it) }
		val measured = failureOfSuspended(failure) { books.await(it) }

		assertThat(measured).isExactlyInstanceOf(plain!!.javaClass).hasMessage(plain.message)
		assertThat(generateSequence(measured) { it.cause }.toList()).contains(failure)
	}

	private suspend fun TestScope.failureOfSuspended(failure: Throwable,
			function: suspend (CompletableDeferred<String>) -> String) = supervisorScope {
		val gate = CompletableDeferred<String>()
		val call = async(start = UNDISPATCHED) { function(gate) }
		testScheduler.runCurrent()
		gate.completeExceptionally(failure)
		runCatching { call.await() }.exceptionOrNull()
	}

	@Test
	fun cancellation() = runTest {
		val gate = CompletableDeferred<String>()
		val call = async(start = UNDISPATCHED) { books.await(gate) }
		runCurrent()

		call.cancel()

		assertThat(runCatching { call.await() }.exceptionOrNull()).isInstanceOf(CancellationException::class.java)
		assertThat(gate.isActive).isTrue()
	}

	@Test
	fun timeout() = runTest {
		assertThat(withTimeoutOrNull(1000) { books.await(CompletableDeferred()) }).isNull()
	}

	@Test
	fun valuesOfFlow() = runTest {
		assertThat(books.browse(flowOf("Emma", "Persuasion")).toList()).containsExactly("Emma", "Persuasion")
		assertThat(books.browseLater(CompletableDeferred(Unit), flowOf("Emma")).toList()).containsExactly("Emma")
	}

	@Test
	fun exceptionOfFlow() = runTest {
		val failure = Unavailable("Persuasion", 0)
		val seen = mutableListOf<String>()

		val thrown = runCatching {
			books.browse(flow {
				emit("Emma")
				throw failure
			}).collect { seen.add(it) }
		}.exceptionOrNull()

		assertThat(thrown).isSameAs(failure)
		assertThat(seen).containsExactly("Emma")
	}

	@Test
	fun deferredIsTheVeryObject() {
		val title = CompletableDeferred<String>()

		assertThat(books.order(title)).isSameAs(title)
	}

}
