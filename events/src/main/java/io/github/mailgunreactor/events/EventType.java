package io.github.mailgunreactor.events;

import io.github.mailgunreactor.core.OpenValue;

/**
 * What happened to a message, or to a mailing list.
 *
 * @param value the event as Mailgun names it
 */
public record EventType(String value) implements OpenValue {
    /** Mailgun took the message and queued it. */
    public static final EventType ACCEPTED = new EventType("accepted");
    /** The recipient's server took the message. */
    public static final EventType DELIVERED = new EventType("delivered");
    /** The recipient's server did not take the message; the severity tells whether there is another attempt. */
    public static final EventType FAILED = new EventType("failed");
    /** Mailgun refused to send the message. */
    public static final EventType REJECTED = new EventType("rejected");
    /** The recipient clicked a link. */
    public static final EventType CLICKED = new EventType("clicked");
    /** The recipient opened the message and let images be shown. */
    public static final EventType OPENED = new EventType("opened");
    /** The recipient unsubscribed. */
    public static final EventType UNSUBSCRIBED = new EventType("unsubscribed");
    /** An incoming message was stored. */
    public static final EventType STORED = new EventType("stored");
    /** The recipient reported the message as spam. */
    public static final EventType COMPLAINED = new EventType("complained");
    /** An address was validated. */
    public static final EventType EMAIL_VALIDATION = new EventType("email_validation");
    /** A member of an uploaded file was added to a mailing list. */
    public static final EventType LIST_MEMBER_UPLOADED = new EventType("list_member_uploaded");
    /** A member of an uploaded file could not be added. */
    public static final EventType LIST_MEMBER_UPLOAD_ERROR = new EventType("list_member_upload_error");
    /** An uploaded file of members is done. */
    public static final EventType LIST_UPLOADED = new EventType("list_uploaded");
}
