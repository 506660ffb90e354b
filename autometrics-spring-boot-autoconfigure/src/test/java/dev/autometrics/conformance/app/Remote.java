package dev.autometrics.conformance.app;

import dev.autometrics.Autometrics;

/**
 * A bean of this type is a JDK proxy and has no class of its own.
 */
@Autometrics
public interface Remote {

	String fetch();

}
