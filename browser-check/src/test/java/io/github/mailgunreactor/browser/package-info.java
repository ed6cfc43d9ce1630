/** The simulator's page as a browser shows it. */
@NullMarked
package io.github.mailgunreactor.browser;

import org.jspecify.annotations.NullMarked;
