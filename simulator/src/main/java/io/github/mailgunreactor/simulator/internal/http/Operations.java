package io.github.mailgunreactor.simulator.internal.http;

/**
 * The operations of one resource of the Mailgun API. To add some: a public class with a public constructor without
 * parameters, in the package of its chapter, and its name in {@code META-INF/services} (this interface's file, a line each,
 * merged by union). Nothing else lists it.
 *
 * <p>A handler runs under the lock of {@link io.github.mailgunreactor.simulator.internal.state.SimulatorState} and keeps
 * what it must remember in a {@link io.github.mailgunreactor.simulator.internal.state.Store}, one object per type, made
 * when first asked for: {@code request.regional(Things.class, Things::new)} for an account in a region, {@code global}
 * for an account everywhere, {@code domain.store()} for a sending domain, {@code request.state().shared()} for all. A
 * reset drops the stores, deleting a domain drops its own; there is nothing to clear by hand.
 */
public interface Operations {

    /** Adds the operations. */
    void register(Routes routes);
}
