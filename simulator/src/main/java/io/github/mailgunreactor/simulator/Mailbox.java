package io.github.mailgunreactor.simulator;

import io.github.mailgunreactor.simulator.internal.messages.MailStore;
import io.github.mailgunreactor.simulator.internal.messages.Rendering;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What recipients got of the messages that an account has sent in one region:
 *
 * <pre>{@code
 * assertThat(simulator.mailbox().only("ada@example.org").subject()).isEqualTo("Welcome, Ada");
 * }</pre>
 *
 * <p>A message that was sent to three recipients is here three times, once for each, with its variables replaced. What
 * was sent in test mode, to a suppressed address or for a later time is not here. The latest messages are kept, as many as
 * {@link SimulatorBuilder#keepMessages} says.
 */
public final class Mailbox {
    private final SimulatorState state;
    private final String account;
    private final String region;
    private final String baseUrl;

    Mailbox(SimulatorState state, String account, String region, String baseUrl) {
        this.state = state;
        this.account = account;
        this.region = region;
        this.baseUrl = baseUrl;
    }

    /** Everything, in the order of delivery. */
    public List<ReceivedMessage> all() {
        return state.locked(() -> MailStore.of(state).copies(account, region)).stream()
                .map(copy -> new ReceivedMessage(Rendering.of(copy, baseUrl)))
                .toList();
    }

    /**
     * What one recipient got, in the order of delivery.
     *
     * @param recipient an address, in any case
     */
    public List<ReceivedMessage> of(String recipient) {
        String wanted = Objects.requireNonNull(recipient, "recipient").toLowerCase(Locale.ROOT);
        return state.locked(() -> MailStore.of(state).copies(account, region)).stream()
                .filter(copy -> copy.recipient().key().equals(wanted))
                .map(copy -> new ReceivedMessage(Rendering.of(copy, baseUrl)))
                .toList();
    }

    /**
     * The one message that a recipient got.
     *
     * @param recipient an address, in any case
     * @throws AssertionError if there is none or more than one; it shows what is there
     */
    public ReceivedMessage only(String recipient) {
        List<ReceivedMessage> received = of(recipient);
        if (received.size() != 1) {
            throw new AssertionError(
                    recipient + " should have got one message, but got " + received.size() + ". " + this);
        }
        return received.get(0);
    }

    /** How many copies are here. */
    public int size() {
        return state.locked(() -> MailStore.of(state).copies(account, region)).size();
    }

    /** Recipients and subjects, a line each. */
    @Override
    public String toString() {
        List<ReceivedMessage> all = all();
        return "Mailbox of " + account + " in " + region + ", " + all.size() + " messages"
                + all.stream().map(message -> "\n  " + message).collect(Collectors.joining());
    }
}
