package dev.autometrics.prometheus;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

import org.jspecify.annotations.Nullable;

/**
 * Reads a body into memory, up to a limit.
 */
final class LimitedBody implements BodySubscriber<byte[]> {

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private final CompletableFuture<byte[]> body = new CompletableFuture<>();

	private final int limit;

	private Flow.@Nullable Subscription subscription;

	LimitedBody(int limit) {
		this.limit = limit;
	}

	@Override
	public CompletionStage<byte[]> getBody() {
		return this.body;
	}

	@Override
	public void onSubscribe(Flow.Subscription subscription) {
		this.subscription = subscription;
		subscription.request(Long.MAX_VALUE);
	}

	@Override
	public void onNext(List<ByteBuffer> buffers) {
		for (ByteBuffer buffer : buffers) {
			if (this.body.isDone()) {
				return;
			}
			if (buffer.remaining() > this.limit - this.bytes.size()) {
				refuse();
				return;
			}
			byte[] part = new byte[buffer.remaining()];
			buffer.get(part);
			this.bytes.write(part, 0, part.length);
		}
	}

	private void refuse() {
		if (this.subscription != null) {
			this.subscription.cancel();
		}
		this.bytes.reset();
		this.body.completeExceptionally(new PrometheusException(PrometheusException.Kind.TOO_LARGE,
				"The answer is larger than " + (this.limit >> 20) + " MiB"));
	}

	@Override
	public void onError(Throwable ex) {
		this.body.completeExceptionally(ex);
	}

	@Override
	public void onComplete() {
		this.body.complete(this.bytes.toByteArray());
	}

}
