/**
 * A Mailgun in one process: starts on a free port of the loopback interface, remembers what it is told, and responses as
 * the live API does. For trying the client without an account, and for the tests of programs that use it.
 *
 * <p>{@link io.github.mailgunreactor.simulator.Simulator} is where to start. Each area of the API is one package-private
 * class that implements {@code Operations}, listed in {@code ServedOperations}.
 */
@NullMarked
package io.github.mailgunreactor.simulator;

import org.jspecify.annotations.NullMarked;
