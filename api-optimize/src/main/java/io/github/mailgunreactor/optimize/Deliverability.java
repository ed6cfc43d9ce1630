package io.github.mailgunreactor.optimize;

import io.github.mailgunreactor.core.OpenValue;

/**
 * Whether mail can be delivered to an address.
 *
 * @param value Mailgun's word
 */
public record Deliverability(String value) implements OpenValue {
    /** It can. */
    public static final Deliverability DELIVERABLE = new Deliverability("deliverable");
    /** It cannot. */
    public static final Deliverability UNDELIVERABLE = new Deliverability("undeliverable");
    /** It can, and should not be: the address is disposable or a trap, say. */
    public static final Deliverability DO_NOT_SEND = new Deliverability("do_not_send");
    /** The domain takes mail for any address, so nobody knows. */
    public static final Deliverability CATCH_ALL = new Deliverability("catch_all");
    /** Nobody knows. */
    public static final Deliverability UNKNOWN = new Deliverability("unknown");
}
