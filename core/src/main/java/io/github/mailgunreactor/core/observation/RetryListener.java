package io.github.mailgunreactor.core.observation;

/** Is told of every failed attempt of a call, and whether there will be another. */
@FunctionalInterface
public interface RetryListener {

    /** Takes note of a decision; on an I/O or timer thread, so it must not block. */
    void onDecision(RetryDecision decision);
}
