package io.github.mailgunreactor.mailinglists;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A member of a mailing list.
 *
 * @param address the address under which it is found
 * @param name the display name
 * @param vars what messages show in place of {@code %recipient.key%}
 * @param subscribed whether it gets what is sent to the list
 */
public record ListMember(
        String address,
        @Nullable String name,
        @Nullable Map<String, @Nullable Object> vars,
        @Nullable Boolean subscribed) {

    /** Shows nothing of whom it is about. */
    @Override
    public String toString() {
        return "ListMember[subscribed=" + subscribed + "]";
    }
}
