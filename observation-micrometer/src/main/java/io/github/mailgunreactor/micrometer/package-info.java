/** Timers, traces and gauges of a client with Micrometer. */
@NullMarked
package io.github.mailgunreactor.micrometer;

import org.jspecify.annotations.NullMarked;
