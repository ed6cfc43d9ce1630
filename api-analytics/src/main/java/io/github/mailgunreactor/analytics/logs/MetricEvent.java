package io.github.mailgunreactor.analytics.logs;

import io.github.mailgunreactor.core.OpenValue;

/**
 * The events behind a metric, as logs can be asked for.
 *
 * @param value the metric event as Mailgun names it
 */
public record MetricEvent(String value) implements OpenValue {
    /** Accepted from outside: {@code flags.is-authenticated} is false. */
    public static final MetricEvent ACCEPTED_INCOMING = new MetricEvent("accepted_incoming");
    /** Accepted to be sent: {@code flags.is-authenticated} is true. */
    public static final MetricEvent ACCEPTED_OUTGOING = new MetricEvent("accepted_outgoing");
    /** All accepted. */
    public static final MetricEvent ACCEPTED = new MetricEvent("accepted");
    /** Delivered to mail servers. */
    public static final MetricEvent DELIVERED_SMTP = new MetricEvent("delivered_smtp");
    /** Delivered to URLs. */
    public static final MetricEvent DELIVERED_HTTP = new MetricEvent("delivered_http");
    /** Delivered at an optimised time. */
    public static final MetricEvent DELIVERED_OPTIMIZED = new MetricEvent("delivered_optimized");
    /** All delivered. */
    public static final MetricEvent DELIVERED = new MetricEvent("delivered");
    /** All stored. */
    public static final MetricEvent STORED = new MetricEvent("stored");
    /** All opens. */
    public static final MetricEvent OPENED = new MetricEvent("opened");
    /** All clicks. */
    public static final MetricEvent CLICKED = new MetricEvent("clicked");
    /** Opens, once for each message and recipient. */
    public static final MetricEvent UNIQUE_OPENED = new MetricEvent("unique_opened");
    /** Clicks, once for each message and recipient. */
    public static final MetricEvent UNIQUE_CLICKED = new MetricEvent("unique_clicked");
    /** All complaints. */
    public static final MetricEvent COMPLAINED = new MetricEvent("complained");
    /** All unsubscribes. */
    public static final MetricEvent UNSUBSCRIBED = new MetricEvent("unsubscribed");
    /** All failed deliveries. */
    public static final MetricEvent FAILED = new MetricEvent("failed");
    /** Delivered or failed. */
    public static final MetricEvent PROCESSED = new MetricEvent("processed");
    /** Delivered or failed, without suppressions and webhooks. */
    public static final MetricEvent SENT = new MetricEvent("sent");
    /** Failures after which delivery is tried again. */
    public static final MetricEvent TEMPORARY_FAILED = new MetricEvent("temporary_failed");
    /** Failures after which the message is dropped. */
    public static final MetricEvent PERMANENT_FAILED = new MetricEvent("permanent_failed");
    /** Failures whose reason is {@code espblock}. */
    public static final MetricEvent ESP_BLOCK = new MetricEvent("esp_block");
    /** Temporary failures whose reason is {@code espblock}. */
    public static final MetricEvent TEMPORARY_FAILED_ESP_BLOCK = new MetricEvent("temporary_failed_esp_block");
    /** Permanent failures whose reason is {@code espblock}. */
    public static final MetricEvent PERMANENT_FAILED_ESP_BLOCK = new MetricEvent("permanent_failed_esp_block");
    /** Webhook calls that failed. */
    public static final MetricEvent WEBHOOK_FAILURE = new MetricEvent("webhook_failure");
    /** Permanent failures of messages with an optimised time. */
    public static final MetricEvent PERMANENT_FAILED_OPTIMIZED = new MetricEvent("permanent_failed_optimized");
    /** Messages given up after the last retry. */
    public static final MetricEvent PERMANENT_FAILED_OLD = new MetricEvent("permanent_failed_old");
    /** Permanent failures without suppressions and webhooks. */
    public static final MetricEvent BOUNCED = new MetricEvent("bounced");
    /** Failures whose bounce type is {@code hard}. */
    public static final MetricEvent HARD_BOUNCES = new MetricEvent("hard_bounces");
    /** Failures whose bounce type is {@code soft}. */
    public static final MetricEvent SOFT_BOUNCES = new MetricEvent("soft_bounces");
    /** Bounces after a delivery. */
    public static final MetricEvent DELAYED_BOUNCE = new MetricEvent("delayed_bounce");
    /** Failures whose reason is {@code suppress-bounce}. */
    public static final MetricEvent SUPPRESSED_BOUNCES = new MetricEvent("suppressed_bounces");
    /** Failures whose reason is {@code suppress-unsubscribe}. */
    public static final MetricEvent SUPPRESSED_UNSUBSCRIBED = new MetricEvent("suppressed_unsubscribed");
    /** Failures whose reason is {@code suppress-complaint}. */
    public static final MetricEvent SUPPRESSED_COMPLAINTS = new MetricEvent("suppressed_complaints");
    /** Delivered with the first attempt. */
    public static final MetricEvent DELIVERED_FIRST_ATTEMPT = new MetricEvent("delivered_first_attempt");
    /** Delivered with a later attempt. */
    public static final MetricEvent DELIVERED_SUBSEQUENT = new MetricEvent("delivered_subsequent");
    /** Delivered with the second attempt or later. */
    public static final MetricEvent DELIVERED_TWO_PLUS_ATTEMPTS = new MetricEvent("delivered_two_plus_attempts");
    /** Delivered with a later attempt, or given up after the last one. */
    public static final MetricEvent DELAYED_FIRST_ATTEMPT = new MetricEvent("delayed_first_attempt");
}
