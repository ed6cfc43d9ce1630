package io.github.mailgunreactor.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The mailing list that a message was sent to.
 *
 * @param address its address
 * @param listId its id
 * @param sid its internal id
 */
public record EventMailingList(
        @Nullable String address,
        @JsonProperty("list-id") @Nullable String listId,
        @Nullable String sid) {}
