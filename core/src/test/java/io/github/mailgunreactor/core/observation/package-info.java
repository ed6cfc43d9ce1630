@NullMarked
package io.github.mailgunreactor.core.observation;

import org.jspecify.annotations.NullMarked;
