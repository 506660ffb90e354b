/**
 * Woven as a whole, by an aspect of the application's own.
 */
package dev.autometrics.woven.everything;
