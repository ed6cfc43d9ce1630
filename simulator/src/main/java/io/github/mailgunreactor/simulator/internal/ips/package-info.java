/**
 * IP addresses, pools and warm-ups.
 */
@NullMarked
package io.github.mailgunreactor.simulator.internal.ips;

import org.jspecify.annotations.NullMarked;
