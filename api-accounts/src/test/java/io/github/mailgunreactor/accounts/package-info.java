@NullMarked
package io.github.mailgunreactor.accounts;

import org.jspecify.annotations.NullMarked;
