package dev.autometrics.compatibility.situation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The key of a server on 127.0.0.1, which its clients trust.
 */
final class SituationKeys {

	private static final Path STORE = Path.of("target", "situation.p12").toAbsolutePath();

	private static final String PASSWORD = "changeit";

	private SituationKeys() {
	}

	/**
	 * Make a key, as the JDK's tool does it.
	 * @throws Exception if there is no such tool
	 */
	static void create() throws Exception {
		Files.deleteIfExists(STORE);
		Process tool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=localhost", "-ext",
				"SAN=ip:127.0.0.1,dns:localhost", "-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore",
				STORE.toString())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		if (!tool.waitFor(60, TimeUnit.SECONDS) || tool.exitValue() != 0) {
			tool.destroyForcibly();
			throw new IOException("No key store in " + STORE);
		}
	}

	/**
	 * Return what makes a client trust the server.
	 * @return the trust
	 * @throws Exception if there is no key
	 */
	static SSLContext trust() throws Exception {
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(KeyStore.getInstance(STORE.toFile(), PASSWORD.toCharArray()));
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, trust.getTrustManagers(), null);
		return context;
	}

	/**
	 * Return what makes a server use the key.
	 * @param prefix the prefix of the server's properties
	 * @return properties of the application
	 */
	static String[] properties(String prefix) {
		return new String[] { prefix + ".ssl.key-store=" + STORE, prefix + ".ssl.key-store-password=" + PASSWORD };
	}

}
