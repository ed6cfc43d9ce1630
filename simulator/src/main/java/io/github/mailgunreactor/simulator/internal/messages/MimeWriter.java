package io.github.mailgunreactor.simulator.internal.messages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a stored message in its MIME form, piece by piece, so that its size can be had without its bytes. */
final class MimeWriter {
    private static final int WORD_BYTES = 45;

    private final OutputStream out;
    private final String boundary;

    private MimeWriter(OutputStream out, Mail mail) {
        this.out = out;
        this.boundary = "simulator-" + mail.key();
    }

    /** The message as its recipients get it before anything is replaced. */
    static byte[] write(Mail mail) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(mail, bytes);
        return bytes.toByteArray();
    }

    /** How many bytes that would be. */
    static long size(Mail mail) {
        long[] count = {0};
        write(mail, new OutputStream() {
            @Override
            public void write(int b) {
                count[0]++;
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                count[0] += length;
            }
        });
        return count[0];
    }

    private static void write(Mail mail, OutputStream out) {
        try {
            RawMime mime = mail.content().mime();
            if (mime != null) {
                out.write(mime.bytes());
            } else {
                new MimeWriter(out, mail).message(mail);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The headers of a message, in order, decoded. */
    static List<List<String>> allHeaders(Mail mail) {
        if (mail.content().mime() == null) {
            return headers(mail);
        }
        List<List<String>> headers = new ArrayList<>();
        mail.content().headers().forEach((name, values) -> values.forEach(value -> headers.add(List.of(name, value))));
        return headers;
    }

    /** The headers of a message that was not sent as MIME. */
    private static List<List<String>> headers(Mail mail) {
        List<List<String>> headers = new ArrayList<>();
        headers.add(List.of("Mime-Version", "1.0"));
        headers.add(List.of("Subject", mail.content().subject()));
        headers.add(List.of("From", mail.content().from()));
        headers.add(List.of("To", Mail.joined(mail.recipients().to())));
        if (!mail.recipients().cc().isEmpty()) {
            headers.add(List.of("Cc", Mail.joined(mail.recipients().cc())));
        }
        mail.content().headers().forEach((name, values) -> values.forEach(value -> headers.add(List.of(name, value))));
        mail.options().tags().forEach(tag -> headers.add(List.of("X-Mailgun-Tag", tag)));
        headers.add(List.of("Message-Id", "<" + mail.id() + ">"));
        return headers;
    }

    private void message(Mail mail) throws IOException {
        for (List<String> header : headers(mail)) {
            boolean addresses = List.of("From", "To", "Cc").contains(header.get(0));
            header(header.get(0), addresses ? encodedAddresses(header.get(1)) : encoded(header.get(1)));
        }
        Mail.Content content = mail.content();
        if (content.attachments().isEmpty()) {
            bodies(content);
            return;
        }
        header("Content-Type", "multipart/mixed; boundary=\"" + boundary + "\"");
        line("");
        line("--" + boundary);
        bodies(content);
        for (Attachment attachment : content.attachments()) {
            line("--" + boundary);
            header("Content-Type", attachment.contentType());
            header("Content-Transfer-Encoding", "base64");
            String name = encoded(attachment.fileName()).replace("\"", "\\\"");
            header(
                    "Content-Disposition",
                    (attachment.inline() ? "inline" : "attachment") + "; filename=\"" + name + "\"");
            if (attachment.inline()) {
                header("Content-ID", "<" + encoded(attachment.contentId()) + ">");
            }
            line("");
            base64(attachment.content());
        }
        line("--" + boundary + "--");
    }

    private void bodies(Mail.Content content) throws IOException {
        String inner = boundary + "-bodies";
        header("Content-Type", "multipart/alternative; boundary=\"" + inner + "\"");
        line("");
        body(inner, "text/plain", content.text());
        body(inner, "text/x-amp-html", content.ampHtml());
        body(inner, "text/html", content.html());
        line("--" + inner + "--");
    }

    private void body(String inner, String type, @Nullable String text) throws IOException {
        if (text != null) {
            line("--" + inner);
            header("Content-Type", type + "; charset=\"utf-8\"");
            header("Content-Transfer-Encoding", "base64");
            line("");
            base64(Mail.bytes(text));
        }
    }

    private void base64(byte[] content) throws IOException {
        // Closing the encoder ends it, and must not end the rest.
        OutputStream encoder = Base64.getMimeEncoder().wrap(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                out.write(b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }
        });
        encoder.write(content);
        encoder.close();
        line("");
    }

    private void header(String name, String value) throws IOException {
        line(name + ": " + value);
    }

    private void line(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.write('\r');
        out.write('\n');
    }

    /** Addresses with encoded names; the addresses themselves stay readable. */
    private static String encodedAddresses(String value) {
        List<MailAddress> addresses = AddressList.parse(value);
        if (addresses == null) {
            return encoded(value);
        }
        return addresses.stream()
                .map(address -> address.text().chars().allMatch(c -> c >= ' ' && c < 127)
                        ? address.text()
                        : (address.name().isEmpty() ? "" : encoded(address.name()) + " ") + "<" + address.address()
                                + ">")
                .collect(Collectors.joining(",\r\n "));
    }

    /** A value in ASCII: encoded words of RFC 2047 where it has other characters or line ends. */
    private static String encoded(String value) {
        if (value.chars().allMatch(c -> c >= ' ' && c < 127)) {
            return value;
        }
        StringBuilder words = new StringBuilder();
        StringBuilder word = new StringBuilder();
        int bytes = 0;
        for (int at = 0; at < value.length(); ) {
            int point = value.codePointAt(at);
            int length = new String(Character.toChars(point)).getBytes(StandardCharsets.UTF_8).length;
            if (bytes + length > WORD_BYTES) {
                words.append(word(word)).append("\r\n ");
                word.setLength(0);
                bytes = 0;
            }
            word.appendCodePoint(point);
            bytes += length;
            at += Character.charCount(point);
        }
        return words.append(word(word)).toString();
    }

    private static String word(StringBuilder text) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(Mail.bytes(text.toString())) + "?=";
    }
}
