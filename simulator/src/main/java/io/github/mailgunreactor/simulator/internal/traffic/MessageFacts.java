package io.github.mailgunreactor.simulator.internal.traffic;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is known of a message from the beginning. Immutable; each {@code with} method gives a changed copy. */
public record MessageFacts(
        String domain,
        String messageId,
        String from,
        String recipient,
        String subject,
        List<String> tags,
        Map<String, Object> variables,
        String ip,
        String ipPool,
        long size,
        boolean incoming,
        boolean testMode,
        String transport) {

    private static final Map<String, String> PROVIDERS = Map.of(
            "gmail.com", "Gmail",
            "yahoo.com", "Yahoo",
            "outlook.com", "Outlook US",
            "hotmail.com", "Outlook US",
            "icloud.com", "Apple",
            "aol.com", "AOL");

    public static final List<String> DEVICES = List.of("desktop", "mobile", "tablet", "unknown");

    public static MessageFacts of(String domain, String messageId, String recipient) {
        return new MessageFacts(
                domain,
                messageId,
                "sender@" + domain,
                recipient,
                "A message",
                List.of(),
                Map.of(),
                "198.51.100.1",
                "shared",
                1024,
                false,
                false,
                "smtp");
    }

    public String recipientDomain() {
        return recipient.substring(recipient.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    public String provider() {
        return PROVIDERS.getOrDefault(recipientDomain(), "Other US");
    }

    public MessageFacts withFrom(String value) {
        return new MessageFacts(
                domain, messageId, value, recipient, subject, tags, variables, ip, ipPool, size, incoming, testMode,
                transport);
    }

    public MessageFacts withSubject(String value) {
        return new MessageFacts(
                domain, messageId, from, recipient, value, tags, variables, ip, ipPool, size, incoming, testMode,
                transport);
    }

    public MessageFacts withTags(List<String> value) {
        return new MessageFacts(
                domain,
                messageId,
                from,
                recipient,
                subject,
                List.copyOf(value),
                variables,
                ip,
                ipPool,
                size,
                incoming,
                testMode,
                transport);
    }

    public MessageFacts withVariables(Map<String, Object> value) {
        return new MessageFacts(
                domain,
                messageId,
                from,
                recipient,
                subject,
                tags,
                Map.copyOf(value),
                ip,
                ipPool,
                size,
                incoming,
                testMode,
                transport);
    }

    public MessageFacts withIp(String address, String pool) {
        return new MessageFacts(
                domain, messageId, from, recipient, subject, tags, variables, address, pool, size, incoming, testMode,
                transport);
    }

    public MessageFacts withSize(long value) {
        return new MessageFacts(
                domain, messageId, from, recipient, subject, tags, variables, ip, ipPool, value, incoming, testMode,
                transport);
    }

    public MessageFacts withTestMode(boolean value) {
        return new MessageFacts(
                domain, messageId, from, recipient, subject, tags, variables, ip, ipPool, size, incoming, value,
                transport);
    }

    /** As an incoming message, which goes on to a URL. */
    public MessageFacts received() {
        return new MessageFacts(
                domain, messageId, from, recipient, subject, tags, variables, ip, ipPool, size, true, testMode, "http");
    }
}
