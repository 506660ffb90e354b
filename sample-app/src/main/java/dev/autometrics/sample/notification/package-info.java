/**
 * Messages to customers, sent in the background.
 */
@NullMarked
package dev.autometrics.sample.notification;

import org.jspecify.annotations.NullMarked;
