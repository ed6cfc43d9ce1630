package io.github.mailgunreactor.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The program that opened a message or followed a link.
 *
 * @param type such as {@code browser}, {@code mobile browser}, {@code email client} or {@code robot}
 * @param operatingSystem the operating system
 * @param deviceType {@code desktop}, {@code mobile}, {@code tablet} or {@code unknown}
 * @param name its name
 * @param userAgent its user agent
 * @param ip its IP address
 * @param bot which robot it is; absent for a person
 */
public record ClientInfo(
        @JsonProperty("client-type") @Nullable String type,
        @JsonProperty("client-os") @Nullable String operatingSystem,
        @JsonProperty("device-type") @Nullable String deviceType,
        @JsonProperty("client-name") @Nullable String name,
        @JsonProperty("user-agent") @Nullable String userAgent,
        @Nullable String ip,
        @Nullable String bot) {}
