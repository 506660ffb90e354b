/**
 * The application that the conformance suite scrapes: one bean for each way in which a
 * function can come about.
 */
package dev.autometrics.conformance.app;
