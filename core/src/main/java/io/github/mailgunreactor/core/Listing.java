package io.github.mailgunreactor.core;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the usual shape: items, and a total or page URLs.
 *
 * @param items the items of the page
 * @param totalCount how many items the whole list has, where the list counts
 * @param paging the pages around this one, where the list is paged by URL
 * @param <T> an item
 */
public record Listing<T>(
        @JsonProperty(required = true) List<T> items,
        @JsonProperty("total_count") @Nullable Long totalCount,
        @Nullable Paging paging)
        implements PageBody<T> {

    /** A page of one's own, for tests: these items, without a total. */
    public static <T> Listing<T> of(List<T> items) {
        return new Listing<>(List.copyOf(items), null, null);
    }

    @Override
    public @Nullable Long total() {
        return totalCount;
    }
}
