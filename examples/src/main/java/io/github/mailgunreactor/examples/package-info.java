/** Programs to read and run, against the simulator where they need a Mailgun. */
@NullMarked
package io.github.mailgunreactor.examples;

import org.jspecify.annotations.NullMarked;
