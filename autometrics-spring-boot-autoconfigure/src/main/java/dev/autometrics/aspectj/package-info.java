/**
 * The aspects that AspectJ weaves into the classes of an application. Nothing else knows
 * AspectJ.
 */
@NullMarked
package dev.autometrics.aspectj;

import org.jspecify.annotations.NullMarked;
