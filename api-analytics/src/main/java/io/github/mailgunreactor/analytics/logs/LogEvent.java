package io.github.mailgunreactor.analytics.logs;

import io.github.mailgunreactor.core.OpenValue;

/**
 * What logs can be asked for.
 *
 * @param value the event as Mailgun names it
 */
public record LogEvent(String value) implements OpenValue {
    /** Mailgun took the message and queued it. */
    public static final LogEvent ACCEPTED = new LogEvent("accepted");
    /** The recipient's server took the message. */
    public static final LogEvent DELIVERED = new LogEvent("delivered");
    /** The recipient's server did not take the message; the severity tells whether it is tried again. */
    public static final LogEvent FAILED = new LogEvent("failed");
    /** Opens, every one of them. */
    public static final LogEvent OPENED = new LogEvent("opened");
    /** Opens, once for each message and recipient. */
    public static final LogEvent UNIQUE_OPENED = new LogEvent("unique_opened");
    /** Clicks, every one of them. */
    public static final LogEvent CLICKED = new LogEvent("clicked");
    /** Clicks, once for each message and recipient. */
    public static final LogEvent UNIQUE_CLICKED = new LogEvent("unique_clicked");
    /** The recipient unsubscribed. */
    public static final LogEvent UNSUBSCRIBED = new LogEvent("unsubscribed");
    /** The recipient reported the message as spam. */
    public static final LogEvent COMPLAINED = new LogEvent("complained");
    /** Mailgun refused to send the message. */
    public static final LogEvent REJECTED = new LogEvent("rejected");
    /** An incoming message was stored. */
    public static final LogEvent STORED = new LogEvent("stored");
    /** An address was validated. */
    public static final LogEvent EMAIL_VALIDATION = new LogEvent("email_validation");
    /** An uploaded file of members is done. */
    public static final LogEvent LIST_UPLOADED = new LogEvent("list_uploaded");
    /** A member of an uploaded file was added to a mailing list. */
    public static final LogEvent LIST_MEMBER_UPLOADED = new LogEvent("list_member_uploaded");
    /** A member of an uploaded file could not be added. */
    public static final LogEvent LIST_MEMBER_UPLOAD_ERROR = new LogEvent("list_member_upload_error");
    /** A message went to a trap. */
    public static final LogEvent TRAPPED = new LogEvent("trapped");
}
