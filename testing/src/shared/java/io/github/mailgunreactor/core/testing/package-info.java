/** What the tests of all modules share to look at requests without a network. */
@NullMarked
package io.github.mailgunreactor.core.testing;

import org.jspecify.annotations.NullMarked;
