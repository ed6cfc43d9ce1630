package io.github.mailgunreactor.core.observation;

import io.github.mailgunreactor.core.Operation;
import io.github.mailgunreactor.core.Region;
import java.util.Objects;

/**
 * A place in the responses to an operation where something could not be read: a date that is none, a text where a number
 * should be. The value itself is not shown.
 *
 * @param operation what was asked
 * @param region which region answered
 * @param field the field, such as {@code items[].message.size}: {@code []} stands for the elements of a list, {@code *} for
 *     the names in a map
 */
public record UnreadableValue(Operation operation, Region region, String field) {
    public UnreadableValue {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(field, "field");
    }
}
