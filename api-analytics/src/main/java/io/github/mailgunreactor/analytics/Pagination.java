package io.github.mailgunreactor.analytics;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list a page is.
 *
 * @param sort column and order
 * @param skip how many items were left out at the beginning
 * @param limit how many items a page has
 * @param total how many items there are
 * @param includeTotal whether the total was asked for
 */
public record Pagination(
        @Nullable String sort,
        @Nullable Long skip,
        @Nullable Long limit,
        @Nullable Long total,
        @JsonProperty("include_total") @Nullable Boolean includeTotal) {}
