/** Watching what a client does: the log of calls, and listeners of responses, of repeated attempts, of what could not be read. */
@NullMarked
package io.github.mailgunreactor.core.observation;

import org.jspecify.annotations.NullMarked;
