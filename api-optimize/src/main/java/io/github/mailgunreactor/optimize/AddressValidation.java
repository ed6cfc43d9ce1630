package io.github.mailgunreactor.optimize;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Mailgun found out about an address.
 *
 * @param address the address
 * @param didYouMean an address that was perhaps meant
 * @param engagement whether its owner reads mail, where that was asked for
 * @param isDisposableAddress whether it is made for a short time
 * @param isRoleAddress whether it is that of a role, such as {@code postmaster}, and not of a person
 * @param reason why it is not deliverable or risky, in Mailgun's words
 * @param result whether mail can be delivered to it
 * @param risk how much harm mail to it may do to the sender's reputation
 * @param rootAddress the address without what is behind a {@code +}
 * @param lastSeen when Mailgun last met it
 * @param parts what the address consists of, where an older Mailgun tells
 */
public record AddressValidation(
        String address,
        @JsonProperty("did_you_mean") @Nullable String didYouMean,
        @Nullable Engagement engagement,
        @JsonProperty("is_disposable_address") @Nullable Boolean isDisposableAddress,
        @JsonProperty("is_role_address") @Nullable Boolean isRoleAddress,
        List<String> reason,
        @Nullable Deliverability result,
        @Nullable AddressRisk risk,
        @JsonProperty("root_address") @Nullable String rootAddress,
        @JsonProperty("last_seen") @Nullable Instant lastSeen,
        @Nullable Parts parts) {

    /**
     * What an address consists of.
     *
     * @param localPart what is before the {@code @}
     * @param domain what is after it
     * @param displayName the name beside it
     */
    public record Parts(
            @JsonProperty("local_part") @Nullable String localPart,
            @Nullable String domain,
            @JsonProperty("display_name") @Nullable String displayName) {

        /** That there are some. */
        @Override
        public String toString() {
            return "Parts[…]";
        }
    }

    /**
     * Whether the owner of an address reads mail.
     *
     * @param engaging whether it is read
     * @param behavior how, in Mailgun's words
     * @param isBot whether a program reads it
     */
    public record Engagement(
            @Nullable Boolean engaging,
            @Nullable String behavior,
            @JsonProperty("is_bot") @Nullable Boolean isBot) {}

    /** Result and risk: no address. */
    @Override
    public String toString() {
        return "AddressValidation[" + (result == null ? null : result.value()) + ", "
                + (risk == null ? null : risk.value()) + "]";
    }
}
