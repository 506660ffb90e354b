/**
 * The actuator endpoint {@code autometrics}. Its answers are records of their own, so
 * that their JSON does not change with the types behind them.
 */
@NullMarked
package dev.autometrics.actuate.endpoint;

import org.jspecify.annotations.NullMarked;
