/**
 * Auto-configuration of all the others, and the properties {@code autometrics.*}.
 */
@NullMarked
package dev.autometrics.autoconfigure;

import org.jspecify.annotations.NullMarked;
