/** Mailing lists and their members. */
@NullMarked
package io.github.mailgunreactor.mailinglists;

import org.jspecify.annotations.NullMarked;
