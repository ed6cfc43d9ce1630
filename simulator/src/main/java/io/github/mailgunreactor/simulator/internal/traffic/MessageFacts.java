package io.github.mailgunreactor.simulator.internal.traffic;

import io.github.mailgunreactor.core.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of a message from the beginning. Immutable; {@link #with} gives a changed copy. */
public record MessageFacts(
        String domain,
        String messageId,
        String recipient,
        String from,
        String sender,
        String to,
        String subject,
        List<String> tags,
        Map<String, Object> variables,
        String ip,
        String ipPool,
        long size,
        boolean incoming,
        boolean testMode,
        String transport,
        @Nullable String mailingList,
        @Nullable String storageKey,
        List<Map<String, Object>> attachments) {

    private static final Map<String, String> PROVIDERS = Map.of(
            "gmail.com", "Gmail",
            "yahoo.com", "Yahoo",
            "outlook.com", "Outlook US",
            "hotmail.com", "Outlook US",
            "icloud.com", "Apple",
            "aol.com", "AOL");

    public static final List<String> DEVICES = List.of("desktop", "mobile", "tablet", "unknown");

    public static MessageFacts of(String domain, String messageId, String recipient) {
        return new Changes(domain, messageId, recipient).build();
    }

    public String recipientDomain() {
        return recipient.substring(recipient.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    public String provider() {
        return PROVIDERS.getOrDefault(recipientDomain(), "Other US");
    }

    /** As logs show them, and as a filter of logs compares them. */
    public String variablesAsJson() {
        return new String(Json.write(variables), StandardCharsets.UTF_8);
    }

    /** Starts a copy of which some facts differ. */
    public Changes with() {
        return new Changes(domain, messageId, recipient)
                .from(from)
                .sender(sender)
                .to(to)
                .subject(subject)
                .tags(tags)
                .variables(variables)
                .ip(ip, ipPool)
                .size(size)
                .incoming(incoming)
                .testMode(testMode)
                .transport(transport)
                .mailingList(mailingList)
                .stored(storageKey, attachments);
    }

    /** The facts of a copy, as they are collected. */
    public static final class Changes {
        private final String domain;
        private final String messageId;
        private final String recipient;
        private String from;
        private String sender;
        private String to;
        private String subject = "A message";
        private List<String> tags = List.of();
        private Map<String, Object> variables = Map.of();
        private String ip = "198.51.100.1";
        private String ipPool = "shared";
        private long size = 1024;
        private boolean incoming;
        private boolean testMode;
        private String transport = "smtp";
        private @Nullable String mailingList;
        private @Nullable String storageKey;
        private List<Map<String, Object>> attachments = List.of();

        private Changes(String domain, String messageId, String recipient) {
            this.domain = domain;
            this.messageId = messageId;
            this.recipient = recipient;
            this.from = "sender@" + domain;
            this.sender = from;
            this.to = recipient;
        }

        /** The header From. */
        public Changes from(String value) {
            from = value;
            return this;
        }

        /** The sender of the envelope. */
        public Changes sender(String value) {
            sender = value;
            return this;
        }

        /** The header To. */
        public Changes to(String value) {
            to = value;
            return this;
        }

        public Changes subject(String value) {
            subject = value;
            return this;
        }

        public Changes tags(List<String> value) {
            tags = List.copyOf(value);
            return this;
        }

        public Changes variables(Map<String, Object> value) {
            variables = Map.copyOf(value);
            return this;
        }

        public Changes ip(String address, String pool) {
            ip = address;
            ipPool = pool;
            return this;
        }

        public Changes size(long value) {
            size = value;
            return this;
        }

        /** Whether it came in and goes on to a URL. */
        public Changes incoming(boolean value) {
            incoming = value;
            return this;
        }

        public Changes testMode(boolean value) {
            testMode = value;
            return this;
        }

        public Changes transport(String value) {
            transport = value;
            return this;
        }

        /** The address of the mailing list that it was sent to. */
        public Changes mailingList(@Nullable String address) {
            mailingList = address;
            return this;
        }

        /** Under which key it is stored, and its files as events describe them. */
        public Changes stored(@Nullable String key, List<Map<String, Object>> files) {
            storageKey = key;
            attachments = List.copyOf(files);
            return this;
        }

        public MessageFacts build() {
            return new MessageFacts(
                    domain,
                    messageId,
                    recipient,
                    from,
                    sender,
                    to,
                    subject,
                    tags,
                    variables,
                    ip,
                    ipPool,
                    size,
                    incoming,
                    testMode,
                    transport,
                    mailingList,
                    storageKey,
                    attachments);
        }
    }
}
