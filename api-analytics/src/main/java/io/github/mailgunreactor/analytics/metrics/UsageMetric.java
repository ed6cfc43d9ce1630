package io.github.mailgunreactor.analytics.metrics;

import io.github.mailgunreactor.core.OpenValue;

/**
 * What is counted of an account's use of services.
 *
 * @param value the metric as Mailgun names it
 */
public record UsageMetric(String value) implements OpenValue {
    /** Validations of addresses. */
    public static final UsageMetric EMAIL_VALIDATION_COUNT = new UsageMetric("email_validation_count");
    /** Validations with the public key. */
    public static final UsageMetric EMAIL_VALIDATION_PUBLIC_COUNT = new UsageMetric("email_validation_public_count");
    /** Validations whose result was valid. */
    public static final UsageMetric EMAIL_VALIDATION_VALID_COUNT = new UsageMetric("email_validation_valid_count");
    /** Validations of one address at a time. */
    public static final UsageMetric EMAIL_VALIDATION_SINGLE_COUNT = new UsageMetric("email_validation_single_count");
    /** Validations in bulk. */
    public static final UsageMetric EMAIL_VALIDATION_BULK_COUNT = new UsageMetric("email_validation_bulk_count");
    /** Validations of mailing lists. */
    public static final UsageMetric EMAIL_VALIDATION_LIST_COUNT = new UsageMetric("email_validation_list_count");
    /** Validations by Mailgun's service. */
    public static final UsageMetric EMAIL_VALIDATION_MAILGUN_COUNT = new UsageMetric("email_validation_mailgun_count");
    /** Validations by Mailjet's service. */
    public static final UsageMetric EMAIL_VALIDATION_MAILJET_COUNT = new UsageMetric("email_validation_mailjet_count");
    /** Previews made. */
    public static final UsageMetric EMAIL_PREVIEW_COUNT = new UsageMetric("email_preview_count");
    /** Previews that failed. */
    public static final UsageMetric EMAIL_PREVIEW_FAILED_COUNT = new UsageMetric("email_preview_failed_count");
    /** Checks of links. */
    public static final UsageMetric LINK_VALIDATION_COUNT = new UsageMetric("link_validation_count");
    /** Checks of links that failed. */
    public static final UsageMetric LINK_VALIDATION_FAILED_COUNT = new UsageMetric("link_validation_failed_count");
    /** Inbox placement tests. */
    public static final UsageMetric SEED_TEST_COUNT = new UsageMetric("seed_test_count");
    /** Checks of IP addresses against blocklists. */
    public static final UsageMetric IP_BLOCKLIST_MONITORING_COUNT = new UsageMetric("ip_blocklist_monitoring_count");
    /** Checks of domains against blocklists. */
    public static final UsageMetric DOMAIN_BLOCKLIST_MONITORING_COUNT =
            new UsageMetric("domain_blocklist_monitoring_count");
    /** Checks of accessibility. */
    public static final UsageMetric ACCESSIBILITY_COUNT = new UsageMetric("accessibility_count");
    /** Checks of accessibility that failed. */
    public static final UsageMetric ACCESSIBILITY_FAILED_COUNT = new UsageMetric("accessibility_failed_count");
    /** Checks of images. */
    public static final UsageMetric IMAGE_VALIDATION_COUNT = new UsageMetric("image_validation_count");
    /** Checks of images that failed. */
    public static final UsageMetric IMAGE_VALIDATION_FAILED_COUNT = new UsageMetric("image_validation_failed_count");
    /** Messages archived. */
    public static final UsageMetric ARCHIVED_COUNT = new UsageMetric("archived_count");
    /** Messages worked on after they were accepted. */
    public static final UsageMetric PROCESSED_COUNT = new UsageMetric("processed_count");
}
