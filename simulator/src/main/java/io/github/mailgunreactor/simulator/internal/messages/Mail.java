package io.github.mailgunreactor.simulator.internal.messages;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A message as it was accepted: what all its recipients have in common.
 *
 * @param key under which it is stored
 * @param id its Message-Id without angle brackets
 * @param size of its MIME form in bytes
 */
public record Mail(
        String key,
        String id,
        String account,
        String region,
        String domain,
        Instant acceptedAt,
        Recipients recipients,
        Content content,
        Options options,
        long size) {

    /**
     * To whom it goes, each address once.
     *
     * @param variables those of each recipient by the key of the address, {@code null} if it is no batch
     * @param list the address of the mailing list that they are members of, or {@code null}
     */
    public record Recipients(
            List<MailAddress> to,
            List<MailAddress> cc,
            List<MailAddress> bcc,
            @Nullable Map<String, Map<String, Object>> variables,
            @Nullable String list) {

        public Recipients(
                List<MailAddress> to,
                List<MailAddress> cc,
                List<MailAddress> bcc,
                @Nullable Map<String, Map<String, Object>> variables) {
            this(to, cc, bcc, variables, null);
        }

        public List<MailAddress> all() {
            List<MailAddress> all = new ArrayList<>(to);
            all.addAll(cc);
            all.addAll(bcc);
            return all;
        }
    }

    /**
     * What it says.
     *
     * @param headers those of the caller, with all values
     * @param mime what was sent as MIME, else {@code null}
     */
    public record Content(
            String from,
            String subject,
            @Nullable String text,
            @Nullable String html,
            @Nullable String ampHtml,
            @Nullable String template,
            Map<String, List<String>> headers,
            List<Attachment> attachments,
            @Nullable RawMime mime) {

        /** The same with other headers. */
        public Content withHeaders(Map<String, List<String>> others) {
            return new Content(from, subject, text, html, ampHtml, template, others, attachments, mime);
        }
    }

    /**
     * How it is sent.
     *
     * @param all every field of the request that begins with {@code o:} or {@code t:}
     */
    public record Options(
            List<String> tags,
            Map<String, Object> variables,
            boolean testMode,
            @Nullable Instant deliverAt,
            Map<String, List<String>> all) {}

    /** The header To of a recipient's copy: in a batch nobody sees the others, and members see the list. */
    public String to(MailAddress recipient) {
        if (recipients.list() != null) {
            return recipients.list();
        }
        boolean batch = recipients.variables() != null;
        return batch && recipients.to().contains(recipient) ? recipient.text() : joined(recipients.to());
    }

    static String joined(List<MailAddress> addresses) {
        return addresses.stream().map(MailAddress::text).collect(Collectors.joining(", "));
    }

    /** Its MIME form, before anything that differs for each recipient is put in. */
    public byte[] source() {
        return MimeWriter.write(this);
    }

    /** How much memory it takes, about. */
    long weight() {
        long weight = 1024 + 256L * recipients.all().size();
        weight += length(content.text()) + length(content.html()) + length(content.ampHtml());
        for (Attachment attachment : content.attachments()) {
            weight += attachment.content().length;
        }
        return weight + (content.mime() == null ? 0 : content.mime().bytes().length);
    }

    private static long length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    Mail withSize(long bytes) {
        return new Mail(key, id, account, region, domain, acceptedAt, recipients, content, options, bytes);
    }

    /** The same for the members of a mailing list, at once. */
    public Mail toList(String otherKey, Recipients members, Content changed) {
        Options now = new Options(options.tags(), options.variables(), options.testMode(), null, options.all());
        return new Mail(otherKey, id, account, region, domain, acceptedAt, members, changed, now, size);
    }

    /** Its MIME form. */
    public byte[] mime() {
        return MimeWriter.write(this);
    }

    /** Its headers as pairs of name and value, in order. */
    public List<List<String>> headerLines() {
        return MimeWriter.allHeaders(this);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
