/** The API keys of an account, and the IP addresses from which they may be used. */
@NullMarked
package io.github.mailgunreactor.keys;

import org.jspecify.annotations.NullMarked;
