@NullMarked
package io.github.mailgunreactor.micrometer;

import org.jspecify.annotations.NullMarked;
