/** Analytics: metrics, logs, tags and events of what was sent. */
@NullMarked
package io.github.mailgunreactor.analytics;

import org.jspecify.annotations.NullMarked;
