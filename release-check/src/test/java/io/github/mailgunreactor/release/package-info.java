/** What a build would publish, read as Maven Central would read it. */
@NullMarked
package io.github.mailgunreactor.release;

import org.jspecify.annotations.NullMarked;
