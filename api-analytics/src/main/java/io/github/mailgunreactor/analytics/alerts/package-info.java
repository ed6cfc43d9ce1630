/** Alerts, limits and the thresholds behind them: what is watched, and who is told by which way. */
@NullMarked
package io.github.mailgunreactor.analytics.alerts;

import org.jspecify.annotations.NullMarked;
