/** The tags of an account. */
@NullMarked
package io.github.mailgunreactor.analytics.tags;

import org.jspecify.annotations.NullMarked;
