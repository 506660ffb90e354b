package dev.autometrics.prometheus;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Sends queries. Nothing is there before the first one: no client, no thread.
 */
final class HttpTransport implements AutoCloseable {

	static final int LARGEST_ANSWER = 16 << 20;

	private static final int THREADS = 2;

	private static final int IDLE_SECONDS = 10;

	private final PrometheusTarget target;

	private @Nullable ThreadPoolExecutor executor;

	private @Nullable HttpClient client;

	private boolean closed;

	HttpTransport(PrometheusTarget target) {
		this.target = target;
	}

	CompletableFuture<HttpResponse<byte[]>> send(PrometheusQuery query) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.target.resolve(query.path()))
			.timeout(this.target.timeout())
			.header("Accept", "application/json");
		this.target.headers().forEach(request::setHeader);
		request.setHeader("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(query.body(this.target.timeout())));
		return client().sendAsync(request.build(), (response) -> new LimitedBody(LARGEST_ANSWER));
	}

	private synchronized HttpClient client() {
		if (this.closed) {
			throw new PrometheusException(PrometheusException.Kind.UNREACHABLE, "The application has ended");
		}
		if (this.client == null) {
			this.executor = threads();
			this.client = create(this.executor);
		}
		return this.client;
	}

	// A redirect is never followed: headers with secrets would go where it leads.
	private HttpClient create(ThreadPoolExecutor threads) {
		HttpClient.Builder builder = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.connectTimeout(this.target.timeout())
			.executor(threads);
		if (this.target.ssl() != null) {
			builder.sslContext(this.target.ssl());
		}
		// The thread of the client outlives this object for some seconds. It must not
		// keep the class loader of the application.
		Thread thread = Thread.currentThread();
		ClassLoader classLoader = thread.getContextClassLoader();
		thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
		try {
			return builder.build();
		}
		finally {
			thread.setContextClassLoader(classLoader);
		}
	}

	// Threads that have nothing to do end. What comes after the end runs in place.
	private static ThreadPoolExecutor threads() {
		ThreadPoolExecutor threads = new ThreadPoolExecutor(THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS,
				new LinkedBlockingQueue<>(), (task) -> {
					Thread thread = new Thread(task, "autometrics-prometheus");
					thread.setContextClassLoader(HttpTransport.class.getClassLoader());
					thread.setDaemon(true);
					return thread;
				}, (task, pool) -> task.run());
		threads.allowCoreThreadTimeOut(true);
		return threads;
	}

	/**
	 * Release the client and its threads. On Java 17 to 20 a client has no end but that
	 * nobody has it any more.
	 */
	@Override
	public void close() {
		HttpClient unused;
		ThreadPoolExecutor threads;
		synchronized (this) {
			this.closed = true;
			unused = this.client;
			threads = this.executor;
			this.client = null;
			this.executor = null;
		}
		if (unused instanceof AutoCloseable closeable) {
			closeQuietly(closeable);
		}
		if (threads != null) {
			threads.shutdown();
		}
	}

	private static void closeQuietly(AutoCloseable closeable) {
		try {
			closeable.close();
		}
		catch (Exception ex) {
			throw new IllegalStateException("A client does not end", ex);
		}
	}

}
