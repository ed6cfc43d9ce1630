/**
 * What happened to messages: the one place that events, logs, metrics and statistics are read from.
 */
@NullMarked
package io.github.mailgunreactor.simulator.internal.traffic;

import org.jspecify.annotations.NullMarked;
