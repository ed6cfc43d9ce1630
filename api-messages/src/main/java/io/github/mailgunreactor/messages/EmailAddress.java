package io.github.mailgunreactor.messages;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An address, with the name of its owner where there is one. Both are checked when it is made, so that no name can add a
 * second recipient or a header of its own. Names may be in any script and have commas and quotes; local parts and domains
 * may be in any script too, though the receiving server has to offer SMTPUTF8 for such a local part.
 *
 * @param address local part and domain, such as {@code ada+news@example.com}
 * @param name the display name, or {@code null} for none
 */
public record EmailAddress(String address, @Nullable String name) {

    /**
     * @throws IllegalArgumentException if the address is none, or the name has a control character or half a surrogate
     *     pair; the message repeats neither
     */
    public EmailAddress {
        AddressSyntax.requireAddress(Objects.requireNonNull(address, "address"));
        if (name != null) {
            AddressSyntax.requireName(name);
            name = name.isBlank() ? null : name.strip();
        }
    }

    /** An address without a name. */
    public static EmailAddress of(String address) {
        return new EmailAddress(address, null);
    }

    /** An address with a display name; a blank one is none. */
    public static EmailAddress of(String address, String name) {
        return new EmailAddress(address, Objects.requireNonNull(name, "name"));
    }

    /**
     * Reads one address as headers have it: {@code ada@example.com}, {@code Ada Lovelace <ada@example.com>} or
     * {@code "Lovelace, Ada" <ada@example.com>}.
     *
     * @throws IllegalArgumentException if it is anything else, such as two addresses or a name with a comma outside of
     *     quotes; the message does not repeat it
     */
    public static EmailAddress parse(String text) {
        return AddressSyntax.parse(Objects.requireNonNull(text, "text"));
    }

    /** As it stands in a header: the name, in quotes where it needs them and in clear UTF-8, and the address. */
    public String headerValue() {
        return name == null ? address : AddressSyntax.quoted(name) + " <" + address + ">";
    }

    /** The {@link #headerValue()}. */
    @Override
    public String toString() {
        return headerValue();
    }
}
