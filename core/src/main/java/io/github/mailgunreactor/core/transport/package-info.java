/** The seam behind which a transport moves the bytes: what it is given, and what it gives back. */
@NullMarked
package io.github.mailgunreactor.core.transport;

import org.jspecify.annotations.NullMarked;
