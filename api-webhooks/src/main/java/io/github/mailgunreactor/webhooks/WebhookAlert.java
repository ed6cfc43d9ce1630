package io.github.mailgunreactor.webhooks;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an alert tells. Which fields there are depends on its type.
 *
 * @param id identifies what happened
 * @param type such as {@code ip_listed}, {@code ip_delisted}, {@code domain_listed}, {@code domain_delisted}
 * @param timestamp when it happened
 * @param logLevel how much it asks for attention
 * @param message Mailgun's words
 * @param ip the IP address that it is about
 * @param domain the domain that it is about
 * @param blocklist the list that the address or domain is on
 * @param bulkValidationJob the job that ended, as Mailgun describes it
 */
public record WebhookAlert(
        @Nullable String id,
        @JsonProperty("event") @Nullable String type,
        @Nullable Instant timestamp,
        @JsonProperty("log_level") @Nullable String logLevel,
        @Nullable String message,
        @Nullable String ip,
        @Nullable String domain,
        @Nullable String blocklist,
        @JsonProperty("bulk_validation_job") Map<String, Object> bulkValidationJob) {}
