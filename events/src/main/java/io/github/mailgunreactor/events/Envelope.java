package io.github.mailgunreactor.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of a message.
 *
 * @param sender the address of the sender
 * @param targets the address of the recipient
 * @param transport {@code smtp} or {@code http}
 * @param sendingIp the IP address that sent
 * @param ipPoolId the id of the IP pool that sent
 * @param ipPoolName the name of the IP pool that sent
 */
public record Envelope(
        @Nullable String sender,
        @Nullable String targets,
        @Nullable String transport,
        @JsonProperty("sending-ip") @Nullable String sendingIp,
        @JsonProperty("i-ip-pool-id") @Nullable String ipPoolId,
        @JsonProperty("i-ip-pool-name") @Nullable String ipPoolName) {}
