package io.github.mailgunreactor.analytics.deprecated;

import java.util.Map;

/**
 * Counts of a domain by country.
 *
 * @param countries counts by the name of the event, such as {@code opened} or {@code unique_clicked}, by country code
 */
public record CountryAggregates(Map<String, Map<String, Long>> countries) {}
