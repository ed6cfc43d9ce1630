package io.github.mailgunreactor.analytics;

/**
 * What classified bounces can be grouped and filtered by.
 *
 * @param value the dimension as Mailgun names it
 */
public record BounceDimension(String value) implements FilterAttribute {
    /** Who refused: a mail provider or a spam filter, such as {@code Gmail} or {@code Spamcop}. */
    public static final BounceDimension ENTITY_NAME = new BounceDimension("entity-name");
    /** The sending domain. */
    public static final BounceDimension DOMAIN_NAME = new BounceDimension("domain.name");
    /** The IP address that sent. */
    public static final BounceDimension ENVELOPE_SENDING_IP = new BounceDimension("envelope.sending-ip");
    /** The name of the subaccount. */
    public static final BounceDimension ACCOUNT_NAME = new BounceDimension("account.name");
    /** The name of the IP pool. */
    public static final BounceDimension ENVELOPE_I_IP_POOL_NAME = new BounceDimension("envelope.i-ip-pool-name");
    /** All tags of a message together. Not beside {@link #TAG}. */
    public static final BounceDimension TAGS = new BounceDimension("tags");
    /** A single tag. Not beside {@link #TAGS}. */
    public static final BounceDimension TAG = new BounceDimension("tag");
    /** The domain of the recipient. */
    public static final BounceDimension RECIPIENT_DOMAIN = new BounceDimension("recipient-domain");
    /** The group of rules that classified the refusal. */
    public static final BounceDimension GROUP_ID = new BounceDimension("group-id");
    /** {@code CRITICAL} or {@code NON-CRITICAL}. */
    public static final BounceDimension CRITICALITY = new BounceDimension("criticality");
    /** {@code PERMANENT} or {@code TEMPORARY}. */
    public static final BounceDimension SEVERITY = new BounceDimension("severity");
    /** Such as {@code BOUNCE}, {@code GENERIC}, {@code GREYLISTED} or {@code ESPBLOCK}. */
    public static final BounceDimension CATEGORY = new BounceDimension("category");
    /** The hour or day, as the resolution says. Not for filters. */
    public static final BounceDimension TIMESTAMP = new BounceDimension("timestamp");

    @Override
    public void checkComparator(FilterComparator comparator) {
        if (equals(TIMESTAMP)) {
            throw new IllegalArgumentException("attribute must not be timestamp: start, end and duration bound it");
        }
    }
}
