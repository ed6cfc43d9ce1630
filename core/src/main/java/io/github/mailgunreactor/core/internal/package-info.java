/** JSON and dates as Mailgun writes them. Not part of the API: it changes without notice. */
@NullMarked
package io.github.mailgunreactor.core.internal;

import org.jspecify.annotations.NullMarked;
