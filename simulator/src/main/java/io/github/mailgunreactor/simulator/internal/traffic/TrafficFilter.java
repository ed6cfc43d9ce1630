package io.github.mailgunreactor.simulator.internal.traffic;

import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.state.Account;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which events a query asks for: the JSON conditions of metrics and logs, and the expressions of events. */
public final class TrafficFilter {
    private static final Set<String> COMPARATORS = Set.of("=", "!=", "contains", "not contains", "<", "<=", ">", ">=");

    private TrafficFilter() {}

    /** What an event has of a dimension or attribute: none, one or, of tags, several values. */
    public static List<String> values(MessageEvent event, String attribute, Account account) {
        MessageFacts message = event.message();
        MessageEvent.Delivery delivery = event.delivery();
        return switch (attribute) {
            case "id" -> List.of(event.id());
            case "domain", "domain.name" -> List.of(message.domain());
            case "ip", "envelope.sending-ip" -> event.hasType("accepted") ? List.of() : List.of(message.ip());
            case "ip_pool", "envelope.i-ip-pool-name" ->
                event.hasType("accepted") ? List.of() : List.of(message.ipPool());
            case "recipient_domain", "recipient-domain" -> List.of(message.recipientDomain());
            case "recipient_provider", "entity-name" -> List.of(message.provider());
            case "country" -> some(event.visit().country());
            case "device" -> some(event.visit().device());
            case "bot" -> some(event.visit().bot());
            case "subaccount" -> List.of(account.id());
            case "account.name" -> List.of(account.id());
            case "event" -> List.of(event.type());
            case "from" -> List.of(message.from());
            case "to", "recipient", "recipients" -> List.of(message.recipient());
            case "message_id", "message-id" -> List.of(message.messageId());
            case "subject" -> List.of(message.subject());
            case "size" -> List.of(Long.toString(message.size()));
            case "tag", "tags" -> message.tags();
            case "list", "mailing_list_address" -> some(message.mailingList());
            case "attachment", "attachment_filename" ->
                message.attachments().stream()
                        .map(file -> String.valueOf(file.get("filename")))
                        .toList();
            case "severity" -> some(delivery.severity());
            case "user_variables" -> List.of(message.variablesAsJson());
            case "delivered_at" ->
                event.hasType("delivered")
                        ? List.of(Long.toString(event.timestamp().getEpochSecond()))
                        : List.of();
            case "delivery_status_code" ->
                delivery.code() == 0 ? List.of() : List.of(Integer.toString(delivery.code()));
            case "delivery_status_bounce_type" -> some(delivery.bounceType());
            case "delivery_status_message" -> List.of(delivery.text());
            case "is_routed" -> List.of(Boolean.toString(message.incoming()));
            case "category" -> List.of(BounceRule.of(event).category());
            case "criticality" -> List.of(BounceRule.of(event).critical() ? "CRITICAL" : "NON-CRITICAL");
            case "group-id", "i_classification_group_id", "i_classification_rule_id" ->
                List.of(BounceRule.of(event).id());
            default -> List.of();
        };
    }

    private static List<String> some(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }

    /** The conditions of {@code filter.AND}; refuses what is not of that form, or not about one of the attributes. */
    public static Predicate<MessageEvent> json(
            @Nullable Object filter, Account account, Collection<String> attributes) {
        if (filter == null) {
            return Traffic.ALL;
        }
        if (!(filter instanceof Map<?, ?> group) || !(group.get("AND") instanceof List<?> conditions)) {
            throw new Refusal(400, "filter must have a list AND");
        }
        Predicate<MessageEvent> all = Traffic.ALL;
        for (Object condition : conditions) {
            if (!(condition instanceof Map<?, ?> one)
                    || !(one.get("attribute") instanceof String attribute)
                    || !(one.get("comparator") instanceof String comparator)) {
                throw new Refusal(400, "a condition must have attribute and comparator");
            }
            Refusal.where(
                    !attributes.contains(attribute),
                    400,
                    "'" + attribute + "' is not a valid filter predicate attribute");
            Refusal.where(!COMPARATORS.contains(comparator), 400, "'" + comparator + "' is not a valid comparator");
            List<String> wanted = new ArrayList<>();
            if (one.get("values") instanceof List<?> values) {
                for (Object value : values) {
                    if (value instanceof Map<?, ?> labelled && labelled.get("value") instanceof String text) {
                        wanted.add(
                                attribute.equals("delivered_at")
                                        ? Long.toString(TimeRange.instant(attribute, text)
                                                .getEpochSecond())
                                        : text);
                    }
                }
            }
            all = all.and(event -> matches(values(event, attribute, account), comparator, wanted));
        }
        return all;
    }

    private static boolean matches(List<String> values, String comparator, List<String> wanted) {
        return switch (comparator) {
            case "=" -> values.stream().anyMatch(wanted::contains);
            case "!=" -> values.stream().noneMatch(wanted::contains);
            case "contains" -> values.stream().anyMatch(value -> wanted.stream().anyMatch(value::contains));
            case "not contains" ->
                values.stream().noneMatch(value -> wanted.stream().anyMatch(value::contains));
            default ->
                values.stream().anyMatch(value -> wanted.stream().anyMatch(limit -> ordered(value, comparator, limit)));
        };
    }

    private static boolean ordered(String value, String comparator, String limit) {
        int order;
        try {
            order = new BigDecimal(value).compareTo(new BigDecimal(limit));
        } catch (NumberFormatException notNumbers) {
            throw new Refusal(400, "'" + comparator + "' compares numbers only");
        }
        return switch (comparator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    /** An expression of the events API: {@code a OR b}, {@code NOT a}, a quoted text, {@code >1000}. */
    public static Predicate<MessageEvent> expression(String attribute, String expression, Account account) {
        Predicate<MessageEvent> any = event -> false;
        for (String term : expression.split(" OR ", -1)) {
            any = any.or(term(attribute, term.strip(), account));
        }
        return any;
    }

    private static Predicate<MessageEvent> term(String attribute, String term, Account account) {
        if (term.startsWith("NOT ")) {
            return term(attribute, term.substring(4).strip(), account).negate();
        }
        if (attribute.equals("size") && (term.startsWith("<") || term.startsWith(">"))) {
            String comparator = term.substring(0, 1);
            String limit = term.substring(1).strip();
            return event -> ordered(Long.toString(event.message().size()), comparator, limit);
        }
        String text = term.replace("\"", "").toLowerCase(Locale.ROOT);
        boolean whole = !attribute.equals("subject") && !attribute.equals("from") && !attribute.equals("to");
        return event -> values(event, attribute, account).stream()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .anyMatch(value -> whole ? value.equals(text) : value.contains(text));
    }
}
