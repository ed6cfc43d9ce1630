package io.github.mailgunreactor.simulator;

/**
 * An API key that a simulator accepts.
 *
 * @param id by which it is listed and deleted
 * @param secret with which it authenticates; not shown by {@code toString}
 */
public record SimulatedKey(String id, String secret) {
    @Override
    public String toString() {
        return "SimulatedKey[" + id + "]";
    }
}
