package io.github.mailgunreactor.core;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A value of a list that the server may extend, such as a key's role. Known values are constants of the implementing
 * record; a value that came later is an instance like any other, so that it neither fails to decode nor is lost, and can
 * be sent. Implementations are records with the one component {@code value}.
 */
public interface OpenValue {

    /** The value as it stands on the wire, and in what any other Jackson makes of a record. */
    @JsonValue
    String value();
}
