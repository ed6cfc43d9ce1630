/** What Mailgun has deprecated: statistics, and the tags of a domain. The Javadoc of each method names what to use instead. */
@NullMarked
package io.github.mailgunreactor.analytics.deprecated;

import org.jspecify.annotations.NullMarked;
