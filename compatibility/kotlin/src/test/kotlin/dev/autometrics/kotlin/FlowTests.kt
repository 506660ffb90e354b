package dev.autometrics.kotlin

import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.CoroutineName
import kotlinx.coroutines.CoroutineStart.UNDISPATCHED
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.channelFlow
import kotlinx.coroutines.flow.conflate
import kotlinx.coroutines.flow.emitAll
import kotlinx.coroutines.flow.emptyFlow
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.flowOf
import kotlinx.coroutines.flow.flowOn
import kotlinx.coroutines.flow.retry
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import kotlinx.coroutines.test.runCurrent
import kotlinx.coroutines.test.runTest
import kotlinx.coroutines.withContext
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AutoClose
import org.junit.jupiter.api.Test

/**
 * Each collection of a flow is a call, with the bridge to Reactor and without it.
 */
class FlowTests {

	@AutoClose
	private val application = Application(Books::class.java)

	private val books = application.bean<Books>()

	@Test
	fun recordsEachCollection() = runTest {
		val titles = books.browse(flowOf("Emma", "Persuasion"))
		assertThat(application.callsOf("browse")).isEmpty()

		repeat(2) { assertThat(titles.toList()).containsExactly("Emma", "Persuasion") }

		assertThat(application.callsOf("browse")).containsExactly(Calls("ok", 2))
		assertThat(application.concurrentCallsOf("browse")).isZero()
	}

	@Test
	fun recordsEmptyFlow() = runTest {
		assertThat(books.browse(emptyFlow()).toList()).isEmpty()

		assertThat(application.callsOf("browse")).containsExactly(Calls("ok"))
	}

	@Test
	fun collectionIsUnderWayUntilFlowEnds() = runTest {
		val gate = CompletableDeferred<String>()
		val collection = launch(start = UNDISPATCHED) {
			books.browse(flow {
				emit("Emma")
				emit(gate.await())
			}).collect {}
		}
		runCurrent()

		assertThat(application.callsOf("browse")).isEmpty()
		assertThat(application.concurrentCallsOf("browse")).isOne()

		gate.complete("Persuasion")
		collection.join()

		assertThat(application.callsOf("browse")).containsExactly(Calls("ok"))
		assertThat(application.concurrentCallsOf("browse")).isZero()
	}

	@Test
	fun recordsException() = runTest {
		runCatching { books.browse(flow { throw Unavailable("Emma", 0) }).toList() }

		assertThat(application.callsOf("browse")).containsExactly(Calls("error"))
		assertThat(application.concurrentCallsOf("browse")).isZero()
	}

	@Test
	fun recordsFirstAndTakeAsOneCallEach() = runTest {
		assertThat(books.browse(flowOf("Emma", "Persuasion")).first()).isEqualTo("Emma")
		assertThat(books.browse(flowOf("Emma", "Persuasion")).take(1).toList()).containsExactly("Emma")

		assertThat(application.callsOf("browse")).containsExactly(Calls("ok", 2))
		assertThat(application.concurrentCallsOf("browse")).isZero()
	}

	@Test
	fun recordsCancellation() = runTest {
		val collection = launch(start = UNDISPATCHED) { books.browse(never()).collect {} }
		runCurrent()
		assertThat(application.concurrentCallsOf("browse")).isOne()

		collection.cancel()
		runCurrent()

		assertThat(application.callsOf("browse")).containsExactly(Calls("ok"))
		assertThat(application.concurrentCallsOf("browse")).isZero()
	}

	@Test
	fun exceptionOfCollectorIsNoErrorOfTheFlow() = runTest {
		runCatching { books.browse(flowOf("Emma", "Persuasion")).collect { throw Unavailable(it, 0) } }

		assertThat(application.callsOf("browse")).containsExactly(Calls("ok"))
	}

	@Test
	fun flowRunsInTheContextOfItsCollector() = runTest {
		val names = books.browse(flow { emit(currentCoroutineContext()[CoroutineName]!!.name) })

		withContext(CoroutineName("reader")) { assertThat(names.toList()).containsExactly("reader") }
	}

	@Test
	fun flowWaitsForItsCollector() = runTest {
		val signals = mutableListOf<String>()

		books.browse(flow {
			for (title in listOf("Emma", "Persuasion")) {
				signals.add("emits $title")
				emit(title)
			}
		}).collect { signals.add("gets $it") }

		assertThat(signals).containsExactly("emits Emma", "gets Emma", "emits Persuasion", "gets Persuasion")
	}

	@Test
	fun exceptionOfCollectorThatSuspendsIsNoErrorOfTheFlow() = runTest {
		val gate = CompletableDeferred<Unit>()
		val collection = async(start = UNDISPATCHED) {
			runCatching { books.browse(flowOf("Emma", "Persuasion")).collect { gate.await() } }
		}
		runCurrent()

		gate.completeExceptionally(Unavailable("Emma", 0))

		assertThat(collection.await().exceptionOrNull()).isInstanceOf(Unavailable::class.java)
		assertThat(application.callsOf("browse")).containsExactly(Calls("ok"))
	}

	@Test
	fun recordsEachAttempt() = runTest {
		var attempts = 0
		val titles = books.browse(flow {
			if (attempts++ == 0) {
				throw Unavailable("Emma", 0)
			}
			emit("Emma")
		})

		assertThat(titles.retry(1).toList()).containsExactly("Emma")

		assertThat(application.callsOf("browse")).containsExactlyInAnyOrder(Calls("error"), Calls("ok"))
	}

	@Test
	fun flowCanBePartOfAnotherAndRunElsewhere() = runTest {
		val inner = books.browse(flowOf("Emma"))
		val outer = books.browse(flow {
			emitAll(inner)
			inner.collect { emit(it) }
		})

		assertThat(outer.toList()).containsExactly("Emma", "Emma")
		assertThat(outer.flowOn(Dispatchers.Default).toList()).containsExactly("Emma", "Emma")

		assertThat(application.callsOf("browse").sumOf { it.count }).isEqualTo(6)
	}

	@Test
	fun recordsFlowsWithChannels() = runTest {
		val channel = channelFlow { send("Emma") }

		assertThat(books.browse(channel).toList()).containsExactly("Emma")
		assertThat(books.browse(channel).conflate().toList()).containsExactly("Emma")
		assertThat(books.browse(MutableStateFlow("Emma")).first()).isEqualTo("Emma")

		assertThat(application.callsOf("browse")).containsExactly(Calls("ok", 3))
	}

	private fun never(): Flow<String> = flow { emit(CompletableDeferred<String>().await()) }

}
