package io.github.mailgunreactor.analytics;

import java.util.Set;

/**
 * What logs can be filtered by.
 *
 * @param value the attribute as Mailgun names it
 */
public record LogAttribute(String value) implements FilterAttribute {
    /** The id of a log entry. */
    public static final LogAttribute ID = new LogAttribute("id");
    /** The sending domain. */
    public static final LogAttribute DOMAIN = new LogAttribute("domain");
    /** The IP address that sent. */
    public static final LogAttribute IP = new LogAttribute("ip");
    /** The name of the IP pool that sent. */
    public static final LogAttribute IP_POOL = new LogAttribute("ip_pool");
    /** The domain of the recipient. */
    public static final LogAttribute RECIPIENT_DOMAIN = new LogAttribute("recipient_domain");
    /** The mail provider of the recipient. */
    public static final LogAttribute RECIPIENT_PROVIDER = new LogAttribute("recipient_provider");
    /** The country of an open or click. */
    public static final LogAttribute COUNTRY = new LogAttribute("country");
    /** The program that opened or clicked in place of a person. */
    public static final LogAttribute BOT = new LogAttribute("bot");
    /** The kind of device of an open or click. */
    public static final LogAttribute DEVICE = new LogAttribute("device");
    /** The subaccount. */
    public static final LogAttribute SUBACCOUNT = new LogAttribute("subaccount");
    /** The kind of event, to look at one of those that a metric event comprises. */
    public static final LogAttribute EVENT = new LogAttribute("event");
    /** The name of an attached file. */
    public static final LogAttribute ATTACHMENT_FILENAME = new LogAttribute("attachment_filename");
    /** The header From. */
    public static final LogAttribute FROM = new LogAttribute("from");
    /** The message id, which ties all events of a message together. */
    public static final LogAttribute MESSAGE_ID = new LogAttribute("message_id");
    /** The header Subject. */
    public static final LogAttribute SUBJECT = new LogAttribute("subject");
    /** The address of the mailing list. */
    public static final LogAttribute MAILING_LIST_ADDRESS = new LogAttribute("mailing_list_address");
    /** The header To, with display names; can be a mailing list. */
    public static final LogAttribute TO = new LogAttribute("to");
    /** The size of the message in bytes. Only with {@code <} or {@code >}. */
    public static final LogAttribute SIZE = new LogAttribute("size");
    /** The address of the recipient. */
    public static final LogAttribute RECIPIENT = new LogAttribute("recipient");
    /** A tag of the message. */
    public static final LogAttribute TAG = new LogAttribute("tag");
    /** {@code temporary} or {@code permanent}, of failures. */
    public static final LogAttribute SEVERITY = new LogAttribute("severity");
    /** Names or values of user variables, as they stand in their JSON. */
    public static final LogAttribute USER_VARIABLES = new LogAttribute("user_variables");
    /** When the message was delivered, as an RFC 1123 date with numeric offset. Only with {@code <} or {@code >}. */
    public static final LogAttribute DELIVERED_AT = new LogAttribute("delivered_at");
    /** The code of the delivery status. */
    public static final LogAttribute DELIVERY_STATUS_CODE = new LogAttribute("delivery_status_code");
    /** {@code soft} or {@code hard}. */
    public static final LogAttribute DELIVERY_STATUS_BOUNCE_TYPE = new LogAttribute("delivery_status_bounce_type");
    /** The text of the delivery status. */
    public static final LogAttribute DELIVERY_STATUS_MESSAGE = new LogAttribute("delivery_status_message");
    /** Whether a route forwarded the message. */
    public static final LogAttribute IS_ROUTED = new LogAttribute("is_routed");
    /** The rule that classified the bounce. */
    public static final LogAttribute I_CLASSIFICATION_RULE_ID = new LogAttribute("i_classification_rule_id");
    /** The group of rules that classified the bounce. */
    public static final LogAttribute I_CLASSIFICATION_GROUP_ID = new LogAttribute("i_classification_group_id");
    /** All recipients of the message. Only with {@code contains} or {@code not contains}. */
    public static final LogAttribute RECIPIENTS = new LogAttribute("recipients");

    @Override
    public void checkComparator(FilterComparator comparator) {
        if (equals(SIZE) || equals(DELIVERED_AT)) {
            require(comparator, Set.of(FilterComparator.LESS_THAN, FilterComparator.GREATER_THAN), "< or >");
        } else if (equals(RECIPIENTS)) {
            require(
                    comparator,
                    Set.of(FilterComparator.CONTAINS, FilterComparator.NOT_CONTAINS),
                    "contains or not contains");
        }
    }

    private void require(FilterComparator comparator, Set<FilterComparator> allowed, String text) {
        if (!allowed.contains(comparator)) {
            throw new IllegalArgumentException("comparator of " + value + " must be " + text);
        }
    }
}
