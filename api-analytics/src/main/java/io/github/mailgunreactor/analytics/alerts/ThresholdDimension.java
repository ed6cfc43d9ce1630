package io.github.mailgunreactor.analytics.alerts;

import io.github.mailgunreactor.core.OpenValue;

/**
 * What a threshold watches, each value by itself.
 *
 * @param value the dimension as Mailgun names it
 */
public record ThresholdDimension(String value) implements OpenValue {
    /** Sending domains. */
    public static final ThresholdDimension DOMAIN = new ThresholdDimension("domain");
    /** IP addresses that send. */
    public static final ThresholdDimension IP = new ThresholdDimension("ip");
    /** IP pools, by id. */
    public static final ThresholdDimension IP_POOL = new ThresholdDimension("ip_pool");
    /** Mail providers of recipients. */
    public static final ThresholdDimension RECIPIENT_PROVIDER = new ThresholdDimension("recipient_provider");
    /** Subaccounts. */
    public static final ThresholdDimension SUBACCOUNT = new ThresholdDimension("subaccount");
}
