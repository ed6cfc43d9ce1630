/**
 * Alerts and sending thresholds.
 */
@NullMarked
package io.github.mailgunreactor.simulator.internal.alerts;

import org.jspecify.annotations.NullMarked;
