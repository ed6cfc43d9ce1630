/** What happened to each message: the logs of an account, the events of a domain, and tails that follow them. */
@NullMarked
package io.github.mailgunreactor.analytics.logs;

import org.jspecify.annotations.NullMarked;
