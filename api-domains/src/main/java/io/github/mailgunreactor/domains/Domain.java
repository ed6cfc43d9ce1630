package io.github.mailgunreactor.domains;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.core.Secret;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sending domain and its settings.
 *
 * @param name the domain's name
 * @param id identifies the domain beside its name
 * @param createdAt when it was added
 * @param state whether it may be used
 * @param type whose it is
 * @param isDisabled whether Mailgun has disabled it
 * @param disabled why and until when, if it is disabled
 * @param subaccountId the subaccount that it belongs to, if any
 * @param smtpLogin the login of its SMTP user; empty where there is none
 * @param smtpPassword that user's password, where the response has it
 * @param spamAction what happens to inbound spam
 * @param wildcard whether mail to its subdomains is accepted
 * @param requireTls whether messages are delivered over TLS or not at all
 * @param skipVerification whether the receiving server's certificate is not checked
 * @param useAutomaticSenderSecurity whether Mailgun keeps and rotates its DKIM keys
 * @param webPrefix the host in front of its name in links for tracking
 * @param webScheme how these links start
 * @param trackingHost the whole host of these links, where it is not prefix and name
 * @param archiveTo the URL to which delivered messages are posted, if any
 * @param encryptIncomingMessage whether inbound messages are stored encrypted
 * @param messageTtl how long messages are kept for retrieval
 * @param dkimHost the domain whose DNS has its DKIM keys, where the response has it
 * @param mailfromHost the host of its envelope senders, where the response has it
 */
public record Domain(
        String name,
        @Nullable String id,
        @JsonProperty("created_at") @Nullable Instant createdAt,
        @Nullable DomainState state,
        @Nullable DomainType type,
        @JsonProperty("is_disabled") @Nullable Boolean isDisabled,
        @Nullable Disabled disabled,
        @JsonProperty("subaccount_id") @Nullable String subaccountId,
        @JsonProperty("smtp_login") @Nullable String smtpLogin,
        @JsonProperty("smtp_password") @Nullable Secret smtpPassword,
        @JsonProperty("spam_action") @Nullable SpamAction spamAction,
        @Nullable Boolean wildcard,
        @JsonProperty("require_tls") @Nullable Boolean requireTls,
        @JsonProperty("skip_verification") @Nullable Boolean skipVerification,

        @JsonProperty("use_automatic_sender_security") @Nullable
        Boolean useAutomaticSenderSecurity,

        @JsonProperty("web_prefix") @Nullable String webPrefix,
        @JsonProperty("web_scheme") @Nullable WebScheme webScheme,
        @JsonProperty("tracking_host") @Nullable String trackingHost,
        @JsonProperty("archive_to") @Nullable String archiveTo,
        @JsonProperty("encrypt_incoming_message") @Nullable Boolean encryptIncomingMessage,
        @JsonProperty("message_ttl") @Nullable Duration messageTtl,
        @JsonProperty("dkim_host") @Nullable String dkimHost,
        @JsonProperty("mailfrom_host") @Nullable String mailfromHost) {

    /**
     * Why a domain is disabled.
     *
     * @param code the reason in one word
     * @param reason the reason in Mailgun's words
     * @param note more about it
     * @param permanently whether it stays so
     * @param until when it ends, if it does
     */
    public record Disabled(
            @Nullable String code,
            @Nullable String reason,
            @Nullable String note,
            @Nullable Boolean permanently,
            @Nullable Instant until) {}
}
