package io.github.mailgunreactor.events;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What came of an attempt to deliver a message.
 *
 * @param code the SMTP status, or a status of Mailgun's own from 600 on
 * @param attemptNo which attempt it was, from 1
 * @param message what the recipient's server said
 * @param description what Mailgun makes of it
 * @param enhancedCode the enhanced SMTP status, such as {@code 5.1.1}
 * @param bounceType {@code hard} or {@code soft}, of bounces
 * @param bounceCode the enhanced SMTP status of a bounce report
 * @param mxHost the mail server it went to
 * @param certificateVerified whether the server's certificate was verified
 * @param tls whether the session was encrypted
 * @param utf8 whether the session could use UTF-8
 * @param firstDeliveryAttemptSeconds the seconds from acceptance to the first attempt
 * @param sessionSeconds the seconds that the session took
 * @param retrySeconds the seconds until the next attempt
 * @param lastCode the status of the attempt before
 * @param lastMessage what the server said to the attempt before
 */
public record DeliveryStatus(
        @Nullable Integer code,
        @JsonProperty("attempt-no") @Nullable Integer attemptNo,
        @Nullable String message,
        @Nullable String description,
        @JsonProperty("enhanced-code") @Nullable String enhancedCode,
        @JsonProperty("bounce-type") @Nullable String bounceType,
        @JsonProperty("bounce-code") @Nullable String bounceCode,

        @JsonProperty("mx-host") @JsonAlias("mxhost") @Nullable
        String mxHost,

        @JsonProperty("certificate-verified") @Nullable Boolean certificateVerified,
        @Nullable Boolean tls,
        @Nullable Boolean utf8,

        @JsonProperty("first-delivery-attempt-seconds") @Nullable
        BigDecimal firstDeliveryAttemptSeconds,

        @JsonProperty("session-seconds") @Nullable BigDecimal sessionSeconds,
        @JsonProperty("retry-seconds") @Nullable Integer retrySeconds,
        @JsonProperty("last-code") @Nullable Integer lastCode,
        @JsonProperty("last-message") @Nullable String lastMessage) {}
