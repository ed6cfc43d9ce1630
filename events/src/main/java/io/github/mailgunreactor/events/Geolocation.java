package io.github.mailgunreactor.events;

import org.jspecify.annotations.Nullable;

/**
 * Where an IP address is thought to be.
 *
 * @param country the country code
 * @param region the region
 * @param city the city
 * @param timezone the time zone
 */
public record Geolocation(
        @Nullable String country,
        @Nullable String region,
        @Nullable String city,
        @Nullable String timezone) {}
