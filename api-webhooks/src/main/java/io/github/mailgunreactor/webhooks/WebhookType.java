package io.github.mailgunreactor.webhooks;

import io.github.mailgunreactor.core.OpenValue;

/**
 * What a webhook is called for. A failure is one of two types here, where events have one and its severity.
 *
 * @param value the type as Mailgun names it
 */
public record WebhookType(String value) implements OpenValue {
    /** Mailgun took the message and queued it. */
    public static final WebhookType ACCEPTED = new WebhookType("accepted");
    /** The recipient's server took the message. */
    public static final WebhookType DELIVERED = new WebhookType("delivered");
    /** The message could not be delivered, and Mailgun tries again. */
    public static final WebhookType TEMPORARY_FAIL = new WebhookType("temporary_fail");
    /** The message could not be delivered, or the address is suppressed, and Mailgun gave up. */
    public static final WebhookType PERMANENT_FAIL = new WebhookType("permanent_fail");
    /** The recipient opened the message; needs open tracking. */
    public static final WebhookType OPENED = new WebhookType("opened");
    /** The recipient followed a link; needs click tracking. */
    public static final WebhookType CLICKED = new WebhookType("clicked");
    /** The recipient unsubscribed; needs unsubscribe tracking. */
    public static final WebhookType UNSUBSCRIBED = new WebhookType("unsubscribed");
    /** The recipient reported the message as spam. */
    public static final WebhookType COMPLAINED = new WebhookType("complained");
}
