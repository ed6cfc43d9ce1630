@NullMarked
package io.github.mailgunreactor.bucket4j;

import org.jspecify.annotations.NullMarked;
