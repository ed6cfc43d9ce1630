package io.github.mailgunreactor.simulator;

/**
 * The operations of one resource of the Mailgun API, such as bounces. What is to be remembered for them lives in the
 * {@link Store} of the account, the region, the domain or the whole simulator, so that a reset forgets it.
 *
 * <p>An implementation is public, has a public constructor without parameters, and is listed by its name in
 * {@code META-INF/services}: there and nowhere else.
 */
interface Operations {

    /** Adds the operations. */
    void register(Routes routes);
}
