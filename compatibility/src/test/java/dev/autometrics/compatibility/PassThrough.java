package dev.autometrics.compatibility;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.autometrics.Autometrics;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import org.reactivestreams.Publisher;
import reactor.core.publisher.ConnectableFlux;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One function for each return type, which returns what it is given.
 */
@Autometrics
class PassThrough {

	String plain(String value) {
		return value;
	}

	void nothing(String value) {
	}

	Future<String> future(Future<String> future) {
		return future;
	}

	CompletableFuture<String> completableFuture(CompletableFuture<String> future) {
		return future;
	}

	CompletionStage<String> completionStage(CompletionStage<String> stage) {
		return stage;
	}

	NamedFuture namedFuture(NamedFuture future) {
		return future;
	}

	Stream<String> stream(Stream<String> stream) {
		return stream;
	}

	IntStream intStream(IntStream stream) {
		return stream;
	}

	Mono<String> mono(Mono<String> mono) {
		return mono;
	}

	Mono<Void> monoOfVoid(Mono<Void> mono) {
		return mono;
	}

	Flux<String> flux(Flux<String> flux) {
		return flux;
	}

	ConnectableFlux<String> connectableFlux(ConnectableFlux<String> flux) {
		return flux;
	}

	Publisher<String> publisher(Publisher<String> publisher) {
		return publisher;
	}

	Flow.Publisher<String> flowPublisher(Flow.Publisher<String> publisher) {
		return publisher;
	}

	Single<String> single(Single<String> single) {
		return single;
	}

	Maybe<String> maybe(Maybe<String> maybe) {
		return maybe;
	}

	Completable completable(Completable completable) {
		return completable;
	}

	Flowable<String> flowable(Flowable<String> flowable) {
		return flowable;
	}

	Observable<String> observable(Observable<String> observable) {
		return observable;
	}

	/**
	 * A subclass of the usual future.
	 */
	static class NamedFuture extends CompletableFuture<String> {

	}

}
