/** Metrics, logs, events, statistics, tags, thresholds, alerts and the classification of bounces. */
@NullMarked
package io.github.mailgunreactor.analytics;

import org.jspecify.annotations.NullMarked;
