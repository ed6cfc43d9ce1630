package io.github.mailgunreactor.analytics;

/**
 * What metrics can be grouped and filtered by.
 *
 * @param value the dimension as Mailgun names it
 */
public record Dimension(String value) implements FilterAttribute {
    /** The program that opened or clicked in place of a person, such as {@code apple}. */
    public static final Dimension BOT = new Dimension("bot");
    /** The country of an open or click, such as {@code US}. */
    public static final Dimension COUNTRY = new Dimension("country");
    /** The IP pool that sent. */
    public static final Dimension IP_POOL = new Dimension("ip_pool");
    /** The domain of the recipient. */
    public static final Dimension RECIPIENT_DOMAIN = new Dimension("recipient_domain");
    /** The mail provider of the recipient, such as {@code Gmail}. */
    public static final Dimension RECIPIENT_PROVIDER = new Dimension("recipient_provider");
    /** The IP address that sent. */
    public static final Dimension IP = new Dimension("ip");
    /** The sending domain. */
    public static final Dimension DOMAIN = new Dimension("domain");
    /** A tag of the message. */
    public static final Dimension TAG = new Dimension("tag");
    /** The kind of device of an open or click, such as {@code mobile}. */
    public static final Dimension DEVICE = new Dimension("device");
    /** The id of the subaccount. */
    public static final Dimension SUBACCOUNT = new Dimension("subaccount");
    /** The hour, day or month, as the resolution says. Not for filters. */
    public static final Dimension TIME = new Dimension("time");

    @Override
    public void checkComparator(FilterComparator comparator) {
        if (equals(TIME)) {
            throw new IllegalArgumentException("attribute must not be time: start, end and duration bound it");
        }
        FilterAttribute.super.checkComparator(comparator);
    }
}
