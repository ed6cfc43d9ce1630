/** Lets processes that use one Mailgun account share its rate limits, through a store that Bucket4j supports. */
@NullMarked
package io.github.mailgunreactor.bucket4j;

import org.jspecify.annotations.NullMarked;
