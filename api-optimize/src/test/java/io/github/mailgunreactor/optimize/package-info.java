@NullMarked
package io.github.mailgunreactor.optimize;

import org.jspecify.annotations.NullMarked;
