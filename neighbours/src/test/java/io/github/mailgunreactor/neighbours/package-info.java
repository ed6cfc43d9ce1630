/** One call each on class paths that have other libraries on them. */
@NullMarked
package io.github.mailgunreactor.neighbours;

import org.jspecify.annotations.NullMarked;
