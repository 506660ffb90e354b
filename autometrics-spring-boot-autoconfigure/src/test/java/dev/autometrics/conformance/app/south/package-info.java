/**
 * A type whose simple name another package has too.
 */
package dev.autometrics.conformance.app.south;
