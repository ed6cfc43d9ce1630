/** Sending domains: creating, verifying and configuring them. */
@NullMarked
package io.github.mailgunreactor.domains;

import org.jspecify.annotations.NullMarked;
