@NullMarked
package io.github.mailgunreactor.preview;

import org.jspecify.annotations.NullMarked;
