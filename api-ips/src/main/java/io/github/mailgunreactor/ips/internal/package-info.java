/** What must not be seen from outside. */
@NullMarked
package io.github.mailgunreactor.ips.internal;

import org.jspecify.annotations.NullMarked;
