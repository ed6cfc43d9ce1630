package io.github.mailgunreactor.analytics.logs;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.core.PageBody;
import io.github.mailgunreactor.events.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of logs.
 *
 * @param start where the time asked for begins
 * @param end where it ends
 * @param items the entries
 * @param pagination what leads to other pages; empty on the only one
 * @param aggregates counts over all pages, if they were asked for
 */
public record LogsPage(
        @Nullable Instant start,
        @Nullable Instant end,
        @JsonProperty(required = true) List<Event> items,
        @Nullable Tokens pagination,
        @Nullable Totals aggregates)
        implements PageBody<Event> {

    @Override
    public @Nullable Long total() {
        return pagination == null ? null : pagination.total();
    }

    @Override
    public @Nullable String nextToken() {
        return pagination == null ? null : pagination.next();
    }

    /**
     * What leads to other pages.
     *
     * @param previous the page before
     * @param next the page after
     * @param first the first page
     * @param last the last page
     * @param total how many entries there are
     */
    public record Tokens(
            @Nullable String previous,
            @Nullable String next,
            @Nullable String first,
            @Nullable String last,
            @Nullable Long total) {}

    /**
     * Counts over all pages.
     *
     * @param all how many entries there are
     * @param metrics how many there are of each metric event
     */
    public record Totals(@Nullable Long all, Map<String, Long> metrics) {}
}
