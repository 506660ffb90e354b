package dev.autometrics.kotlin

import dev.autometrics.Autometrics
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.withContext
import org.springframework.stereotype.Service

@Service
@Autometrics
class Readers(private val books: Books) {

	suspend fun read(gate: Deferred<Unit>) {
		books.find("before")
		gate.await()
		books.find("after")
	}

	suspend fun readElsewhere() {
		withContext(Dispatchers.Default) {
			books.find("elsewhere")
		}
	}

	suspend fun readAtOnce() = coroutineScope {
		listOf(async { books.find("one") }, async { books.find("two") }).map { it.await() }
	}

	suspend fun tally(gate: Deferred<Unit>) {
		books.count()
		gate.await()
		books.count()
	}

	suspend fun listen(titles: Flow<String>) = titles.collect { books.find(it) }

	fun readAloud(): Flow<String> = flow { emit(books.find("aloud")) }

}
