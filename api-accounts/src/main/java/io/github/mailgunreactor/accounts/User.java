package io.github.mailgunreactor.accounts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user of the account: somebody who logs in to Mailgun's control panel.
 *
 * @param id identifies the user
 * @param activated whether the user has confirmed the address
 * @param name the user's full name
 * @param isDisabled whether the user is disabled
 * @param email the user's address
 * @param emailDetails what Mailgun found out about the address
 * @param role what the user may do
 * @param accountId the account
 * @param openedIp the IP address from which the user opened the account
 * @param isMaster whether the user owns the account
 * @param metadata what else was noted
 * @param tfaEnabled whether there is a second factor
 * @param tfaActive whether the second factor is asked for
 * @param tfaCreatedAt since when there is a second factor
 * @param passwordUpdatedAt when the password was last changed
 * @param preferences how the control panel shows things
 * @param auth how the user logs in
 * @param githubUserId the user's id at GitHub, for accounts that came from there
 * @param salesforceUserId the user's id at Salesforce, for accounts that came from there
 * @param migrationStatus how far the move to Sinch's login is
 */
public record User(
        String id,
        @Nullable Boolean activated,
        @Nullable String name,
        @JsonProperty("is_disabled") @Nullable Boolean isDisabled,
        @Nullable String email,
        @JsonProperty("email_details") @Nullable EmailDetails emailDetails,
        @Nullable UserRole role,
        @JsonProperty("account_id") @Nullable String accountId,
        @JsonProperty("opened_ip") @Nullable String openedIp,
        @JsonProperty("is_master") @Nullable Boolean isMaster,
        Map<String, Object> metadata,
        @JsonProperty("tfa_enabled") @Nullable Boolean tfaEnabled,
        @JsonProperty("tfa_active") @Nullable Boolean tfaActive,
        @JsonProperty("tfa_created_at") @Nullable Instant tfaCreatedAt,
        @JsonProperty("password_updated_at") @Nullable Instant passwordUpdatedAt,
        @Nullable Preferences preferences,
        @Nullable Authentication auth,
        @JsonProperty("github_user_id") @Nullable String githubUserId,
        @JsonProperty("salesforce_user_id") @Nullable String salesforceUserId,
        @JsonProperty("migration_status") @Nullable String migrationStatus) {

    /**
     * What Mailgun found out about a user's address.
     *
     * @param address the address
     * @param isValid whether it is one
     * @param reason why it is none
     * @param parts what it consists of
     */
    public record EmailDetails(
            @Nullable String address,
            @JsonProperty("is_valid") @Nullable Boolean isValid,
            @Nullable String reason,
            @Nullable Parts parts) {

        /** Whether it is valid: not the address. */
        @Override
        public String toString() {
            return "EmailDetails[isValid=" + isValid + "]";
        }
    }

    /**
     * What a user's address consists of.
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
     * How the control panel shows things.
     *
     * @param timeZone the name of a time zone
     * @param timeFormat how times are written, as of {@code strftime}
     * @param programmingLanguage of examples
     */
    public record Preferences(
            @JsonProperty("time_zone") @Nullable String timeZone,
            @JsonProperty("time_format") @Nullable String timeFormat,
            @JsonProperty("programming_language") @Nullable String programmingLanguage) {}

    /**
     * How a user logs in.
     *
     * @param method Mailgun's name of the way
     * @param priorMethod the way before it
     * @param priorDetails what the way before it needs
     */
    public record Authentication(
            @Nullable String method,
            @JsonProperty("prior_method") @Nullable String priorMethod,
            @JsonProperty("prior_details") Map<String, Object> priorDetails) {

        /** The way: not its details. */
        @Override
        public String toString() {
            return "Authentication[" + method + "]";
        }
    }

    /** Id and role: neither name nor address nor anything else of the person. */
    @Override
    public String toString() {
        return "User[" + id + ", " + (role == null ? null : role.value()) + "]";
    }
}
