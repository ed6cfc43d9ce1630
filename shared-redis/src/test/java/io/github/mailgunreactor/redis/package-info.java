@NullMarked
package io.github.mailgunreactor.redis;

import org.jspecify.annotations.NullMarked;
