@NullMarked
package io.github.mailgunreactor.core.ratelimit;

import org.jspecify.annotations.NullMarked;
