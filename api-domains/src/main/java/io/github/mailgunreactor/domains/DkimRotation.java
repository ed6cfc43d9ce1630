package io.github.mailgunreactor.domains;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the DKIM keys of a domain are rotated.
 *
 * @param domain the domain, as the part of Mailgun that keeps the keys knows it
 */
public record DkimRotation(@Nullable RotatedDomain domain) {

    /**
     * A domain whose DKIM keys Mailgun keeps.
     *
     * @param name the domain's name
     * @param id identifies it in this part of Mailgun
     * @param accountId the account that it belongs to
     * @param sid identifies it in the values of its DNS records
     * @param state whether its keys can be rotated
     * @param activeSelector the key that signs now
     * @param rotationEnabled whether the keys are rotated by themselves
     * @param rotationInterval how often, such as {@code 24h}
     * @param records what its DNS needs
     */
    public record RotatedDomain(
            String name,
            @Nullable String id,
            @JsonProperty("account_id") @Nullable String accountId,
            @Nullable String sid,
            @Nullable RotationState state,
            @JsonProperty("active_selector") @Nullable String activeSelector,
            @JsonProperty("rotation_enabled") @Nullable Boolean rotationEnabled,
            @JsonProperty("rotation_interval") @Nullable String rotationInterval,
            List<Alias> records) {}

    /**
     * A DNS record that points to a key of Mailgun's.
     *
     * @param name its name
     * @param type its type
     * @param value its value
     * @param identifier what it is for in one word
     * @param comment what it is for
     */
    public record Alias(
            @Nullable String name,
            @Nullable DnsRecordType type,
            @Nullable String value,
            @Nullable String identifier,
            @Nullable String comment) {}
}
