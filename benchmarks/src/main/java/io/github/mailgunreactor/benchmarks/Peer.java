package io.github.mailgunreactor.benchmarks;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One of the clients that are compared, written as its own documentation would have it. */
interface Peer extends AutoCloseable {
    /** As many connections as each client may hold, so that all have the same. */
    int CONNECTIONS = 100;

    /** Whether it can do this at all. */
    boolean supports(Scenario scenario);

    /** Makes one call, reads its response into objects, and then tells, once, how it went. */
    void call(Scenario scenario, Consumer<@Nullable Throwable> done);

    /** Whether a call keeps its thread until it is done, so that each call in flight needs one. */
    default boolean blocks() {
        return false;
    }

    @Override
    void close();
}
