package io.github.mailgunreactor.ips.dynamic;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.core.PageBody;
import io.github.mailgunreactor.core.Paging;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the domains in dynamic IP pools.
 *
 * @param items the domains of the page
 * @param totalItems how many domains the whole list has
 * @param paging the pages around this one
 */
public record DynamicPoolDomains(
        @JsonProperty(required = true) List<DynamicPoolDomain> items,
        @JsonProperty("total_items") @Nullable Long totalItems,
        @Nullable Paging paging)
        implements PageBody<DynamicPoolDomain> {

    @Override
    public @Nullable Long total() {
        return totalItems;
    }
}
