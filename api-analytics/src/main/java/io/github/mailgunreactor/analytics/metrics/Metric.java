package io.github.mailgunreactor.analytics.metrics;

import io.github.mailgunreactor.core.OpenValue;

/**
 * What is counted of messages and of what becomes of them. A count is a whole number, a rate a fraction of one; a metric that
 * this library does not know yet is a {@code new CountMetric(name)} or {@code new RateMetric(name)}.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/user-manual/reporting/metric-definitions">Definitions</a>
 */
public sealed interface Metric extends OpenValue permits CountMetric, RateMetric {
    /** Messages accepted for routes, forwards and mailing lists. */
    CountMetric ACCEPTED_INCOMING_COUNT = new CountMetric("accepted_incoming_count");
    /** Messages accepted to be sent; a batch counts once more for itself. */
    CountMetric ACCEPTED_OUTGOING_COUNT = new CountMetric("accepted_outgoing_count");
    /** Incoming and outgoing messages accepted. They belong to no IP address: see {@link #PROCESSED_COUNT}. */
    CountMetric ACCEPTED_COUNT = new CountMetric("accepted_count");
    /** Messages delivered to mail servers. */
    CountMetric DELIVERED_SMTP_COUNT = new CountMetric("delivered_smtp_count");
    /** Messages delivered to URLs by routes and forwards. */
    CountMetric DELIVERED_HTTP_COUNT = new CountMetric("delivered_http_count");
    /** Messages delivered at an optimised time. */
    CountMetric DELIVERED_OPTIMIZED_COUNT = new CountMetric("delivered_optimized_count");
    /** Messages that the recipient's server or URL took. */
    CountMetric DELIVERED_COUNT = new CountMetric("delivered_count");
    /** Incoming messages that were stored. */
    CountMetric STORED_COUNT = new CountMetric("stored_count");
    /** Messages worked on after they were accepted: what an account is billed for. */
    CountMetric PROCESSED_COUNT = new CountMetric("processed_count");
    /** Messages delivered or failed, without those that a suppression held back. */
    CountMetric SENT_COUNT = new CountMetric("sent_count");
    /** Opens, every one of them. */
    CountMetric OPENED_COUNT = new CountMetric("opened_count");
    /** Clicks, every one of them. */
    CountMetric CLICKED_COUNT = new CountMetric("clicked_count");
    /** Opens, once for each message and recipient within seven days. */
    CountMetric UNIQUE_OPENED_COUNT = new CountMetric("unique_opened_count");
    /** Clicks, once for each message and recipient within seven days. */
    CountMetric UNIQUE_CLICKED_COUNT = new CountMetric("unique_clicked_count");
    /** Recipients who followed the unsubscribe link. */
    CountMetric UNSUBSCRIBED_COUNT = new CountMetric("unsubscribed_count");
    /** Recipients who reported the message as spam. */
    CountMetric COMPLAINED_COUNT = new CountMetric("complained_count");
    /** Failures, temporary and permanent. */
    CountMetric FAILED_COUNT = new CountMetric("failed_count");
    /** Failures after which delivery is tried again. */
    CountMetric TEMPORARY_FAILED_COUNT = new CountMetric("temporary_failed_count");
    /** Failures after which the message is dropped. */
    CountMetric PERMANENT_FAILED_COUNT = new CountMetric("permanent_failed_count");
    /** Blocks by the recipient's provider; only tags still have it, {@link #TEMPORARY_FAILED_ESP_BLOCK_COUNT} is for the rest. */
    CountMetric ESP_BLOCK_COUNT = new CountMetric("esp_block_count");
    /** Temporary failures because the provider objects to policy or reputation. */
    CountMetric TEMPORARY_FAILED_ESP_BLOCK_COUNT = new CountMetric("temporary_failed_esp_block_count");
    /** Permanent failures because the provider objects to policy or reputation. */
    CountMetric PERMANENT_FAILED_ESP_BLOCK_COUNT = new CountMetric("permanent_failed_esp_block_count");
    /** Messages that Mailgun itself slowed down. */
    CountMetric RATE_LIMIT_COUNT = new CountMetric("rate_limit_count");
    /** Webhook calls that failed. */
    CountMetric WEBHOOK_COUNT = new CountMetric("webhook_count");
    /** Permanent failures of messages with an optimised time. */
    CountMetric PERMANENT_FAILED_OPTIMIZED_COUNT = new CountMetric("permanent_failed_optimized_count");
    /** Messages given up after the last retry. */
    CountMetric PERMANENT_FAILED_OLD_COUNT = new CountMetric("permanent_failed_old_count");
    /** Soft and hard bounces: permanent failures without suppressions. */
    CountMetric BOUNCED_COUNT = new CountMetric("bounced_count");
    /** Bounces because the address does not exist; it is suppressed from then on. */
    CountMetric HARD_BOUNCES_COUNT = new CountMetric("hard_bounces_count");
    /** Bounces for a passing reason, such as a full mailbox; the address is not suppressed. */
    CountMetric SOFT_BOUNCES_COUNT = new CountMetric("soft_bounces_count");
    /** Messages delivered first and bounced by the provider later. */
    CountMetric DELAYED_BOUNCE_COUNT = new CountMetric("delayed_bounce_count");
    /** Messages not tried because the address bounced before. */
    CountMetric SUPPRESSED_BOUNCES_COUNT = new CountMetric("suppressed_bounces_count");
    /** Messages not tried because the recipient unsubscribed before. */
    CountMetric SUPPRESSED_UNSUBSCRIBED_COUNT = new CountMetric("suppressed_unsubscribed_count");
    /** Messages not tried because the recipient complained before. */
    CountMetric SUPPRESSED_COMPLAINTS_COUNT = new CountMetric("suppressed_complaints_count");
    /** Messages delivered with the first attempt. */
    CountMetric DELIVERED_FIRST_ATTEMPT_COUNT = new CountMetric("delivered_first_attempt_count");
    /** Messages whose first attempt was refused for the time being. */
    CountMetric DELAYED_FIRST_ATTEMPT_COUNT = new CountMetric("delayed_first_attempt_count");
    /** Messages delivered with a later attempt. */
    CountMetric DELIVERED_SUBSEQUENT_COUNT = new CountMetric("delivered_subsequent_count");
    /** Messages delivered with the second attempt or later. */
    CountMetric DELIVERED_TWO_PLUS_ATTEMPTS_COUNT = new CountMetric("delivered_two_plus_attempts_count");
    /** Delivered of sent. */
    RateMetric DELIVERED_RATE = new RateMetric("delivered_rate");
    /** Opens of delivered; can exceed one. */
    RateMetric OPENED_RATE = new RateMetric("opened_rate");
    /** Clicks of delivered; can exceed one. */
    RateMetric CLICKED_RATE = new RateMetric("clicked_rate");
    /** Unique opens of delivered. */
    RateMetric UNIQUE_OPENED_RATE = new RateMetric("unique_opened_rate");
    /** Unique clicks of delivered. */
    RateMetric UNIQUE_CLICKED_RATE = new RateMetric("unique_clicked_rate");
    /** Unsubscribes of delivered. */
    RateMetric UNSUBSCRIBED_RATE = new RateMetric("unsubscribed_rate");
    /** Complaints of delivered. */
    RateMetric COMPLAINED_RATE = new RateMetric("complained_rate");
    /** Bounces of sent. */
    RateMetric BOUNCE_RATE = new RateMetric("bounce_rate");
    /** Hard bounces of sent; only tags have it. */
    RateMetric HARD_BOUNCE_RATE = new RateMetric("hard_bounce_rate");
    /** Soft bounces of sent; only tags have it. */
    RateMetric SOFT_BOUNCE_RATE = new RateMetric("soft_bounce_rate");
    /** Failures of sent. */
    RateMetric FAIL_RATE = new RateMetric("fail_rate");
    /** Permanent failures of sent. */
    RateMetric PERMANENT_FAIL_RATE = new RateMetric("permanent_fail_rate");
    /** Temporary failures of sent. */
    RateMetric TEMPORARY_FAIL_RATE = new RateMetric("temporary_fail_rate");
    /** Deliveries with the second attempt or later, of delivered. */
    RateMetric DELAYED_RATE = new RateMetric("delayed_rate");
    /** Messages whose first attempt was refused, of processed. */
    RateMetric DELAYED_FIRST_ATTEMPT_RATE = new RateMetric("delayed_first_attempt_rate");
}
