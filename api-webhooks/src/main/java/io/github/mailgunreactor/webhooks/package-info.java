/** Registering webhooks, and verifying and reading what they deliver. */
@NullMarked
package io.github.mailgunreactor.webhooks;

import org.jspecify.annotations.NullMarked;
