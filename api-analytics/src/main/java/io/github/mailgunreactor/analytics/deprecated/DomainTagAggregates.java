package io.github.mailgunreactor.analytics.deprecated;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts of a tag; by that which was asked for.
 *
 * @param tag the tag
 * @param provider counts by the name of the event, such as {@code opened} or {@code unique_clicked}, by provider
 * @param country counts by the name of the event, such as {@code opened} or {@code unique_clicked}, by country code
 * @param device counts by the name of the event, such as {@code opened} or {@code unique_clicked}, by device
 */
public record DomainTagAggregates(
        @Nullable String tag,
        Map<String, Map<String, Long>> provider,
        Map<String, Map<String, Long>> country,
        Map<String, Map<String, Long>> device) {}
