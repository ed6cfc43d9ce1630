package io.github.mailgunreactor.analytics.tags;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.analytics.Pagination;
import io.github.mailgunreactor.core.PageBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of an account's tags.
 *
 * @param items the tags
 * @param pagination which part of the list it is
 */
public record TagPage(
        @JsonProperty(required = true) List<Tag> items,
        @Nullable Pagination pagination) implements PageBody<Tag> {

    @Override
    public @Nullable Long total() {
        return pagination == null ? null : pagination.total();
    }
}
