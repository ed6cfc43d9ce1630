package io.github.mailgunreactor.analytics.deprecated;

import java.util.Map;

/**
 * Counts of a domain by kind of device.
 *
 * @param devices counts by the name of the event, such as {@code opened} or {@code unique_clicked}, by device
 */
public record DeviceAggregates(Map<String, Map<String, Long>> devices) {}
