package io.github.mailgunreactor.analytics.alerts;

import io.github.mailgunreactor.core.OpenValue;

/**
 * The way an alert takes.
 *
 * @param value the channel as Mailgun names it
 */
public record AlertChannel(String value) implements OpenValue {
    /** By email. */
    public static final AlertChannel EMAIL = new AlertChannel("email");
    /** To channels of Slack. */
    public static final AlertChannel SLACK = new AlertChannel("slack");
    /** By a call of a URL. */
    public static final AlertChannel WEBHOOK = new AlertChannel("webhook");
}
