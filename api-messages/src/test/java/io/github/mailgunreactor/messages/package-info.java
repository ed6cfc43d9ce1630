@NullMarked
package io.github.mailgunreactor.messages;

import org.jspecify.annotations.NullMarked;
