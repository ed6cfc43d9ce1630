package io.github.mailgunreactor.messages;

import io.github.mailgunreactor.core.Json;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A recipient of a batch, with variables of its own: {@code %recipient.name%} in subject, text, HTML and headers stands for
 * the variable {@code name}. They are no variables of a template, nor of the message ({@link MessageOptions#variable}).
 */
public final class Recipient {
    private final EmailAddress address;
    private final String entry;
    private final int bytes;

    private Recipient(EmailAddress address, String variables) {
        this.address = address;
        this.entry = json(address.address()) + ':' + variables;
        this.bytes = FieldText.bytes(entry) + FieldText.bytes(address.headerValue());
    }

    /**
     * A recipient without variables.
     *
     * @see EmailAddress#parse
     */
    public static Recipient of(String address) {
        return of(EmailAddress.parse(address));
    }

    /** A recipient without variables. */
    public static Recipient of(EmailAddress address) {
        return new Recipient(address, "{}");
    }

    /**
     * A recipient with variables.
     *
     * @param variables texts, numbers, booleans, and maps and lists of these
     */
    public static Recipient of(EmailAddress address, Map<String, ?> variables) {
        return new Recipient(address, FieldText.json("variables", variables));
    }

    /** Where the copy goes. */
    public EmailAddress address() {
        return address;
    }

    /** What it adds to a request. */
    int bytes() {
        return bytes;
    }

    /** The address as it is compared: Mailgun drops a second one that differs in case only. */
    String key() {
        return address.address().toLowerCase(Locale.ROOT);
    }

    /** The recipients as an object of variables by bare address, whose keys are all different. */
    static String variables(Collection<Recipient> recipients) {
        Set<String> seen = new HashSet<>();
        StringBuilder json = new StringBuilder(64 * recipients.size()).append('{');
        int index = 0;
        for (Recipient recipient : recipients) {
            if (!seen.add(recipient.key())) {
                throw new IllegalArgumentException("recipients must all be different, but the one at index " + index
                        + " is there before: Mailgun would drop it");
            }
            json.append(index++ == 0 ? "" : ",").append(recipient.entry);
        }
        return json.append('}').toString();
    }

    private static String json(String text) {
        return new String(Json.write(text), StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Recipient that && address.equals(that.address) && entry.equals(that.entry);
    }

    @Override
    public int hashCode() {
        return Objects.hash(address, entry);
    }

    /** That there is one: neither its address nor its variables. */
    @Override
    public String toString() {
        return "Recipient[" + bytes + " bytes]";
    }
}
