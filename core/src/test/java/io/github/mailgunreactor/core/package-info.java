@NullMarked
package io.github.mailgunreactor.core;

import org.jspecify.annotations.NullMarked;
