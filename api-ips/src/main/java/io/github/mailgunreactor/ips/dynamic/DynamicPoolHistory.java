package io.github.mailgunreactor.ips.dynamic;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.core.PageBody;
import io.github.mailgunreactor.core.Paging;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of moves between dynamic IP pools.
 *
 * @param items the moves of the page
 * @param totalItems how many moves the whole list has
 * @param paging the pages around this one
 */
public record DynamicPoolHistory(
        @JsonProperty(required = true) List<DynamicPoolMove> items,
        @JsonProperty("total_items") @Nullable Long totalItems,
        @Nullable Paging paging)
        implements PageBody<DynamicPoolMove> {

    @Override
    public @Nullable Long total() {
        return totalItems;
    }
}
