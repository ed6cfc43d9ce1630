/**
 * Events, logs, metrics, statistics, tags and bounce classification.
 */
@NullMarked
package io.github.mailgunreactor.simulator.internal.analytics;

import org.jspecify.annotations.NullMarked;
