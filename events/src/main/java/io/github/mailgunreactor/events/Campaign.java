package io.github.mailgunreactor.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * A campaign that a message belonged to. Mailgun writes it as an object, or as nothing but its id.
 *
 * @param id its id
 * @param name its name
 */
public record Campaign(@Nullable String id, @Nullable String name) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public Campaign {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Campaign withId(String id) {
        return new Campaign(id, null);
    }
}
