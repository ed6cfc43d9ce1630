package io.github.mailgunreactor.analytics;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.core.PageBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of an account&rsquo;s tags.
 *
 * @param items the tags
 * @param pagination which part of the list it is
 */
public record AnalyticsTagPage(
        @JsonProperty(required = true) List<AnalyticsTag> items,
        @Nullable Pagination pagination) implements PageBody<AnalyticsTag> {

    @Override
    public @Nullable Long total() {
        return pagination == null ? null : pagination.total();
    }
}
