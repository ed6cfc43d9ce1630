@NullMarked
package io.github.mailgunreactor.resilience;

import org.jspecify.annotations.NullMarked;
