/**
 * The client core: requests as values, the client that sends them, paging, errors, and the seam behind which a
 * transport moves the bytes.
 */
@NullMarked
package io.github.mailgunreactor.core;

import org.jspecify.annotations.NullMarked;
