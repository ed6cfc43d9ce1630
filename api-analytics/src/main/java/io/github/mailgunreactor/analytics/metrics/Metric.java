package io.github.mailgunreactor.analytics.metrics;

import io.github.mailgunreactor.core.OpenValue;

/**
 * What is counted of messages and what becomes of them. A count is a whole number, a rate a fraction of one.
 *
 * @param value the metric as Mailgun names it
 */
public record Metric(String value) implements OpenValue {
    /** Messages accepted for routes, forwards and mailing lists. */
    public static final Metric ACCEPTED_INCOMING_COUNT = new Metric("accepted_incoming_count");
    /** Messages accepted to be sent; a batch counts once more for itself. */
    public static final Metric ACCEPTED_OUTGOING_COUNT = new Metric("accepted_outgoing_count");
    /** Incoming and outgoing messages accepted. They belong to no IP address: see {@link #PROCESSED_COUNT}. */
    public static final Metric ACCEPTED_COUNT = new Metric("accepted_count");
    /** Messages delivered to mail servers. */
    public static final Metric DELIVERED_SMTP_COUNT = new Metric("delivered_smtp_count");
    /** Messages delivered to URLs by routes and forwards. */
    public static final Metric DELIVERED_HTTP_COUNT = new Metric("delivered_http_count");
    /** Messages delivered at an optimised time. */
    public static final Metric DELIVERED_OPTIMIZED_COUNT = new Metric("delivered_optimized_count");
    /** Messages that the recipient&rsquo;s server or URL took. */
    public static final Metric DELIVERED_COUNT = new Metric("delivered_count");
    /** Incoming messages that were stored. */
    public static final Metric STORED_COUNT = new Metric("stored_count");
    /** Messages worked on after they were accepted: what an account is billed for. */
    public static final Metric PROCESSED_COUNT = new Metric("processed_count");
    /** Messages delivered or failed, without those that a suppression held back. */
    public static final Metric SENT_COUNT = new Metric("sent_count");
    /** Opens, every one of them. */
    public static final Metric OPENED_COUNT = new Metric("opened_count");
    /** Clicks, every one of them. */
    public static final Metric CLICKED_COUNT = new Metric("clicked_count");
    /** Opens, once for each message and recipient within seven days. */
    public static final Metric UNIQUE_OPENED_COUNT = new Metric("unique_opened_count");
    /** Clicks, once for each message and recipient within seven days. */
    public static final Metric UNIQUE_CLICKED_COUNT = new Metric("unique_clicked_count");
    /** Recipients who followed the unsubscribe link. */
    public static final Metric UNSUBSCRIBED_COUNT = new Metric("unsubscribed_count");
    /** Recipients who reported the message as spam. */
    public static final Metric COMPLAINED_COUNT = new Metric("complained_count");
    /** Failures, temporary and permanent. */
    public static final Metric FAILED_COUNT = new Metric("failed_count");
    /** Failures after which delivery is tried again. */
    public static final Metric TEMPORARY_FAILED_COUNT = new Metric("temporary_failed_count");
    /** Failures after which the message is dropped. */
    public static final Metric PERMANENT_FAILED_COUNT = new Metric("permanent_failed_count");
    /** Blocks by the recipient&rsquo;s provider; only tags still have it, {@link #TEMPORARY_FAILED_ESP_BLOCK_COUNT} is for the rest. */
    public static final Metric ESP_BLOCK_COUNT = new Metric("esp_block_count");
    /** Temporary failures because the provider objects to policy or reputation. */
    public static final Metric TEMPORARY_FAILED_ESP_BLOCK_COUNT = new Metric("temporary_failed_esp_block_count");
    /** Permanent failures because the provider objects to policy or reputation. */
    public static final Metric PERMANENT_FAILED_ESP_BLOCK_COUNT = new Metric("permanent_failed_esp_block_count");
    /** Messages that Mailgun itself slowed down. */
    public static final Metric RATE_LIMIT_COUNT = new Metric("rate_limit_count");
    /** Webhook calls that failed. */
    public static final Metric WEBHOOK_COUNT = new Metric("webhook_count");
    /** Permanent failures of messages with an optimised time. */
    public static final Metric PERMANENT_FAILED_OPTIMIZED_COUNT = new Metric("permanent_failed_optimized_count");
    /** Messages given up after the last retry. */
    public static final Metric PERMANENT_FAILED_OLD_COUNT = new Metric("permanent_failed_old_count");
    /** Soft and hard bounces: permanent failures without suppressions. */
    public static final Metric BOUNCED_COUNT = new Metric("bounced_count");
    /** Bounces because the address does not exist; it is suppressed from then on. */
    public static final Metric HARD_BOUNCES_COUNT = new Metric("hard_bounces_count");
    /** Bounces for a passing reason, such as a full mailbox; the address is not suppressed. */
    public static final Metric SOFT_BOUNCES_COUNT = new Metric("soft_bounces_count");
    /** Messages delivered first and bounced by the provider later. */
    public static final Metric DELAYED_BOUNCE_COUNT = new Metric("delayed_bounce_count");
    /** Messages not tried because the address bounced before. */
    public static final Metric SUPPRESSED_BOUNCES_COUNT = new Metric("suppressed_bounces_count");
    /** Messages not tried because the recipient unsubscribed before. */
    public static final Metric SUPPRESSED_UNSUBSCRIBED_COUNT = new Metric("suppressed_unsubscribed_count");
    /** Messages not tried because the recipient complained before. */
    public static final Metric SUPPRESSED_COMPLAINTS_COUNT = new Metric("suppressed_complaints_count");
    /** Messages delivered with the first try. */
    public static final Metric DELIVERED_FIRST_ATTEMPT_COUNT = new Metric("delivered_first_attempt_count");
    /** Messages whose first try was refused for the time being. */
    public static final Metric DELAYED_FIRST_ATTEMPT_COUNT = new Metric("delayed_first_attempt_count");
    /** Messages delivered with a later try. */
    public static final Metric DELIVERED_SUBSEQUENT_COUNT = new Metric("delivered_subsequent_count");
    /** Messages delivered with the second try or later. */
    public static final Metric DELIVERED_TWO_PLUS_ATTEMPTS_COUNT = new Metric("delivered_two_plus_attempts_count");
    /** Delivered of sent. */
    public static final Metric DELIVERED_RATE = new Metric("delivered_rate");
    /** Opens of delivered; can exceed one. */
    public static final Metric OPENED_RATE = new Metric("opened_rate");
    /** Clicks of delivered; can exceed one. */
    public static final Metric CLICKED_RATE = new Metric("clicked_rate");
    /** Unique opens of delivered. */
    public static final Metric UNIQUE_OPENED_RATE = new Metric("unique_opened_rate");
    /** Unique clicks of delivered. */
    public static final Metric UNIQUE_CLICKED_RATE = new Metric("unique_clicked_rate");
    /** Unsubscribes of delivered. */
    public static final Metric UNSUBSCRIBED_RATE = new Metric("unsubscribed_rate");
    /** Complaints of delivered. */
    public static final Metric COMPLAINED_RATE = new Metric("complained_rate");
    /** Bounces of sent. */
    public static final Metric BOUNCE_RATE = new Metric("bounce_rate");
    /** Hard bounces of sent; only tags have it. */
    public static final Metric HARD_BOUNCE_RATE = new Metric("hard_bounce_rate");
    /** Soft bounces of sent; only tags have it. */
    public static final Metric SOFT_BOUNCE_RATE = new Metric("soft_bounce_rate");
    /** Failures of sent. */
    public static final Metric FAIL_RATE = new Metric("fail_rate");
    /** Permanent failures of sent. */
    public static final Metric PERMANENT_FAIL_RATE = new Metric("permanent_fail_rate");
    /** Temporary failures of sent. */
    public static final Metric TEMPORARY_FAIL_RATE = new Metric("temporary_fail_rate");
    /** Deliveries with the second try or later, of delivered. */
    public static final Metric DELAYED_RATE = new Metric("delayed_rate");
    /** Messages whose first try was refused, of processed. */
    public static final Metric DELAYED_FIRST_ATTEMPT_RATE = new Metric("delayed_first_attempt_rate");
}
