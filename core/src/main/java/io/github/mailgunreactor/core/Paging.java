package io.github.mailgunreactor.core;

import com.fasterxml.jackson.annotation.JsonAlias;
import org.jspecify.annotations.Nullable;

/**
 * The page URLs of a response. They are for looking at: {@link PagedFlux} follows them, with path and query only, on the
 * host that the client is configured for.
 *
 * @param first the first page
 * @param next the page after this one, also given after the last page
 * @param previous the page before this one
 * @param last the last page
 */
public record Paging(
        @JsonAlias("First") @Nullable String first,
        @JsonAlias("Next") @Nullable String next,
        @JsonAlias({"Previous", "prev"}) @Nullable String previous,
        @JsonAlias("Last") @Nullable String last) {}
