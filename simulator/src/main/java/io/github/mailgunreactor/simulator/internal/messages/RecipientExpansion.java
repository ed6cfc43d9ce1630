package io.github.mailgunreactor.simulator.internal.messages;

import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;

/**
 * Knows addresses that stand for others, such as those of mailing lists. Found by {@link ServiceLoader}, so that sending does
 * not depend on whoever serves them.
 */
public interface RecipientExpansion {

    /** Takes a recipient's copy in place of a mailbox, and sends it on; {@code false} if the address is none of these. */
    boolean takes(SimulatorState state, Mail mail, MailAddress recipient);

    /** Sends a recipient of a message that was sent on nothing more of the kind. */
    void unsubscribe(SimulatorState state, Mail mail, MailAddress recipient);

    /** Finds them, which reads files: before there is an event loop that would have to. */
    static void findAll() {
        Objects.requireNonNull(Found.ALL);
    }

    /** All that there are. */
    static List<RecipientExpansion> all() {
        return Found.ALL;
    }

    /** Found once. */
    final class Found {
        private static final List<RecipientExpansion> ALL =
                ServiceLoader.load(RecipientExpansion.class, RecipientExpansion.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();

        private Found() {}
    }
}
