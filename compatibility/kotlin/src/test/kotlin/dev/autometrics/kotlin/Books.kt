package dev.autometrics.kotlin

import dev.autometrics.Autometrics
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.flow.Flow
import org.springframework.stereotype.Service

@Service
@Autometrics(trackConcurrency = true)
class Books {

	suspend fun find(title: String) = title

	suspend fun fail(failure: Throwable): String = throw failure

	suspend fun await(title: Deferred<String>) = title.await()

	suspend fun awaitAny(title: Deferred<String?>) = title.await()

	suspend fun awaitNothing(gate: Deferred<Unit>) {
		gate.await()
	}

	@Autometrics(errorIf = "#result == 'lost'", okFor = [Unavailable::class])
	suspend fun judge(title: Deferred<String>) = title.await()

	fun browse(titles: Flow<String>) = titles

	suspend fun browseLater(gate: Deferred<Unit>, titles: Flow<String>): Flow<String> {
		gate.await()
		return titles
	}

	fun order(title: CompletableDeferred<String>): Deferred<String> = title

	fun count() = 3

}

/** Has no constructor that a coroutine could make a copy with. */
class Unavailable(val title: String, val copies: Int) : IllegalStateException()
