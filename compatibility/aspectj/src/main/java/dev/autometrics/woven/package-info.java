/**
 * An application to weave.
 */
package dev.autometrics.woven;
