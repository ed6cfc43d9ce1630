@NullMarked
package io.github.mailgunreactor.core.internal;

import org.jspecify.annotations.NullMarked;
