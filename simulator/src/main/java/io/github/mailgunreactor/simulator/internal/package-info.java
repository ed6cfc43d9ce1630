/**
 * What a simulator is made of, a package for each of Mailgun's chapters; nothing here is API.
 *
 * <p>The operations of one resource are one class, named for it: {@code BouncesApi} is tested by {@code BouncesContract} and
 * served by {@code suppressions.BouncesOperations}. See {@link
 * io.github.mailgunreactor.simulator.internal.http.Operations} for how to add one.
 */
@NullMarked
package io.github.mailgunreactor.simulator.internal;

import org.jspecify.annotations.NullMarked;
