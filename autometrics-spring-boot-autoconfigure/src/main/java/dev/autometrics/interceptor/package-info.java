/**
 * Spring AOP: which methods are functions, and the advice around their calls.
 */
@NullMarked
package dev.autometrics.interceptor;

import org.jspecify.annotations.NullMarked;
