/** Sending what a publisher emits in as few requests as it takes: for every operation that takes many things at once. */
@NullMarked
package io.github.mailgunreactor.core.batch;

import org.jspecify.annotations.NullMarked;
