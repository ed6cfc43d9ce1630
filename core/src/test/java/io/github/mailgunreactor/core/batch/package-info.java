@NullMarked
package io.github.mailgunreactor.core.batch;

import org.jspecify.annotations.NullMarked;
