package io.github.mailgunreactor.messages;

import io.github.mailgunreactor.core.Params;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * A message to many, each of whom gets a copy of their own, with their own variables, and sees no other. It always sends
 * {@code recipient-variables}, without which Mailgun would show every recipient to all others.
 *
 * <pre>{@code
 * Batch.of(
 *         Message.of("Ada <ada@example.com>").subject("Hello %recipient.name%").text("…"),
 *         List.of(Recipient.of(EmailAddress.of("bob@example.org"), Map.of("name", "Bob"))))
 * }</pre>
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/user-manual/sending-messages/batch-sending">Batch sending</a>
 */
public final class Batch {
    private final Message message;
    private final List<Recipient> recipients;
    private final Params fields;

    private Batch(Message message, List<Recipient> recipients, Params fields) {
        this.message = message;
        this.recipients = recipients;
        this.fields = fields;
    }

    /**
     * A message and whom it goes to.
     *
     * @param message without recipients of its own: each copy would go to them again
     * @param recipients 1 to 1000, no address twice
     */
    public static Batch of(Message message, Collection<Recipient> recipients) {
        requireNoRecipients(message);
        SendForm.requireRecipients(recipients.size());
        return new Batch(message, List.copyOf(recipients), fields(recipients));
    }

    static Message requireNoRecipients(Message message) {
        if (message.recipientCount() > 0) {
            throw new IllegalArgumentException(
                    "message must not have recipients of its own, but has " + message.recipientCount());
        }
        return Objects.requireNonNull(message, "message");
    }

    /** The message. */
    public Message message() {
        return message;
    }

    /** Whom it goes to. */
    public List<Recipient> recipients() {
        return recipients;
    }

    Batch orRandomId() {
        return new Batch(message.orRandomId(), recipients, fields);
    }

    SendForm form() {
        return SendForm.of(message, fields, bytes(recipients));
    }

    static Params fields(Collection<Recipient> recipients) {
        List<String> addresses = new ArrayList<>(recipients.size());
        recipients.forEach(recipient -> addresses.add(recipient.address().headerValue()));
        return Params.NONE.with("to", addresses).with("recipient-variables", Recipient.variables(recipients));
    }

    private static int bytes(Collection<Recipient> recipients) {
        int bytes = 0;
        for (Recipient recipient : recipients) {
            bytes += recipient.bytes();
        }
        return bytes;
    }

    /** How many recipients there are: neither addresses nor content. */
    @Override
    public String toString() {
        return "Batch[" + recipients.size() + " recipients of " + message + "]";
    }
}
