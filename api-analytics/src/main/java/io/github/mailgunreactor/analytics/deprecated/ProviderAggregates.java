package io.github.mailgunreactor.analytics.deprecated;

import java.util.Map;

/**
 * Counts of a domain by mail provider.
 *
 * @param providers counts by the name of the event, such as {@code opened} or {@code unique_clicked}, by provider
 */
public record ProviderAggregates(Map<String, Map<String, Long>> providers) {}
