package io.github.mailgunreactor.core;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of whole numbers, with whatever the four paging styles need to find the next one. */
record Numbers(
        @JsonProperty(required = true) List<Integer> items,
        @JsonProperty("total_count") @Nullable Long total,
        @Nullable Paging paging,
        @Nullable Pagination pagination)
        implements PageBody<Integer> {

    record Pagination(@Nullable String next) {}

    @Override
    public @Nullable String nextToken() {
        return pagination == null ? null : pagination.next();
    }
}
