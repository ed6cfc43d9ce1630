package io.github.mailgunreactor.simulator;

/** One area of the Mailgun API: the operations of one resource, and what has to be remembered for them. */
interface Area {

    /** Adds the operations of this area. */
    void register(Routes routes);
}
