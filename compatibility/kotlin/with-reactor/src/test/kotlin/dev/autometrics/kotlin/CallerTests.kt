package dev.autometrics.kotlin

import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.CoroutineStart.UNDISPATCHED
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.test.runCurrent
import kotlinx.coroutines.test.runTest
import kotlinx.coroutines.withContext
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AutoClose
import org.junit.jupiter.api.Test

/**
 * Who calls, where functions suspend and are resumed on other threads.
 */
class CallerTests {

	@AutoClose
	private val application = Application(Books::class.java, Readers::class.java)

	private val books = application.bean<Books>()

	private val readers = application.bean<Readers>()

	@Test
	fun callerIsTheSameBeforeAndAfterSuspension() = runTest {
		val gate = CompletableDeferred<Unit>()
		val call = async(start = UNDISPATCHED) { readers.read(gate) }
		runCurrent()
		assertThat(application.callsOf("find")).containsExactly(Calls("ok", caller = "read"))

		gate.complete(Unit)
		call.await()

		assertThat(application.callsOf("find")).containsExactly(Calls("ok", 2, "read"))
		assertThat(application.callsOf("read")).containsExactly(Calls("ok"))
	}

	@Test
	fun callerGoesToOtherDispatchers() = runTest {
		readers.readElsewhere()

		assertThat(application.callsOf("find")).containsExactly(Calls("ok", caller = "readElsewhere"))
	}

	@Test
	fun callerGoesToChildren() = runTest {
		readers.readAtOnce()

		assertThat(application.callsOf("find")).containsExactly(Calls("ok", 2, "readAtOnce"))
	}

	@Test
	fun callersThatAreInterleavedAreNotMixedUp() = runTest {
		val one = CompletableDeferred<Unit>()
		val two = CompletableDeferred<Unit>()
		val first = async(start = UNDISPATCHED) { readers.read(one) }
		val second = async(start = UNDISPATCHED) { books.await(CompletableDeferred("Emma")); readers.read(two) }
		runCurrent()

		two.complete(Unit)
		second.await()
		books.find("by nobody")
		one.complete(Unit)
		first.await()

		assertThat(application.callsOf("find")).containsExactlyInAnyOrder(Calls("ok", 4, "read"), Calls("ok"))
		assertThat(application.callsOf("read")).containsExactly(Calls("ok", 2))
		assertThat(application.callsOf("await")).containsExactly(Calls("ok"))
	}

	@Test
	fun callerOfWhatFlowCallsIsTheFunctionThatReturnedIt() = runTest {
		assertThat(readers.readAloud().toList()).containsExactly("aloud")

		assertThat(application.callsOf("find")).containsExactly(Calls("ok", caller = "readAloud"))
	}

	@Test
	fun callerOfWhatCollectorCallsIsNotTheFunctionThatReturnedTheFlow() = runTest {
		readers.readAloud().map { books.find(it) }.collect { books.find(it) }

		assertThat(application.callsOf("find")).containsExactlyInAnyOrder(Calls("ok", 2), Calls("ok", caller = "readAloud"))
	}

	@Test
	fun threadsAreLeftClean() = runTest {
		val gate = CompletableDeferred<Unit>()
		val call = async(Dispatchers.Unconfined, start = UNDISPATCHED) { readers.read(gate) }
		books.count()
		val cancelled = async(Dispatchers.Unconfined, start = UNDISPATCHED) { readers.read(CompletableDeferred()) }
		books.count()
		cancelled.cancel()
		books.count()
		withContext(Dispatchers.Default) {
			gate.complete(Unit)
			books.count()
		}
		call.await()
		books.count()

		assertThat(application.callsOf("count")).filteredOn { it.caller.isNotEmpty() }.isEmpty()
	}

	@Test
	fun flowIsCalledByItsCollector() = runTest {
		readers.listen(readers.readAloud())

		assertThat(application.callsOf("readAloud")).containsExactly(Calls("ok", caller = "listen"))
		assertThat(application.callsOf("find")).containsExactlyInAnyOrder(Calls("ok", caller = "readAloud"),
			Calls("ok", caller = "listen"))
	}

	@Test
	fun callerOfFunctionThatDoesNotSuspendIsLostOnceTheCallerHasSuspended() = runTest {
		val gate = CompletableDeferred<Unit>()
		val call = async(Dispatchers.Unconfined, start = UNDISPATCHED) { readers.tally(gate) }
		assertThat(application.callsOf("count")).containsExactly(Calls("ok", caller = "tally"))

		gate.complete(Unit)
		call.await()

		assertThat(application.callsOf("count")).containsExactlyInAnyOrder(Calls("ok", caller = "tally"), Calls("ok"))
	}

	@Test
	fun callerOfFunctionThatDoesNotSuspendIsLostWhereTheCallerIsDispatched() = runTest {
		readers.tally(CompletableDeferred(Unit))

		assertThat(application.callsOf("count")).containsExactly(Calls("ok", 2))
	}

}
