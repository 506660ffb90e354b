/**
 * What an application imports: the annotations, and the values they speak of. Depends on
 * nothing but the JDK, so that domain code stays light.
 */
@NullMarked
package dev.autometrics;

import org.jspecify.annotations.NullMarked;
