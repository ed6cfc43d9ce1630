/**
 * A Mailgun in one process: starts on a free port of the loopback interface, remembers what it is told, and responds as
 * the live API does. For trying the client without an account, and for the tests of programs that use it.
 *
 * <p>{@link io.github.mailgunreactor.simulator.Simulator} is where to start. What it is made of lies below {@code
 * internal} and is no API.
 */
@NullMarked
package io.github.mailgunreactor.simulator;

import org.jspecify.annotations.NullMarked;
