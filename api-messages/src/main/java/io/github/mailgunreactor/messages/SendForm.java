package io.github.mailgunreactor.messages;

import io.github.mailgunreactor.core.Operation;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.core.Part;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a send carries, checked against Mailgun's limits. All checks are at the call, but for files on disk, whose size counts
 * when they are sent.
 *
 * @param fields all of the form
 * @param files what of it are files
 * @param bytes the text content, and files as far as their length is known at the call
 */
record SendForm(Params fields, List<Part> files, long bytes) {
    static final int MOST_RECIPIENTS = 1000;
    static final int MOST_OPTION_BYTES = 16 * 1024;
    static final long MOST_BYTES = 25L * 1024 * 1024;

    /** How long a send may take whose files come from disk or a publisher: such calls have no timeout of the client. */
    static final Duration LONGEST_UPLOAD = Duration.ofMinutes(10);

    private static final List<String> CONTENTS = List.of("text", "html", "amp-html");

    static SendForm of(Message message) {
        requireRecipients(message.recipientCount());
        if (message.count("to") == 0) {
            throw new UnsentException("to must not be empty: Mailgun needs one recipient who is no copy");
        }
        return of(message, Params.NONE, 0);
    }

    /** A message to recipients who come from elsewhere. */
    static SendForm of(Message message, Params recipients, int recipientBytes) {
        TemplateContent template = message.template();
        long bytes = recipientBytes;
        boolean empty = template == null;
        for (String name : CONTENTS) {
            if (message.fields().first(name) instanceof String text) {
                bytes += FieldText.bytes(text);
                empty = false;
            }
        }
        if (empty) {
            throw new UnsentException("content must be given: text, html, ampHtml or template");
        }
        if (template == null && message.fields().first("from") == null) {
            throw new UnsentException("from must be given where no template has one");
        }
        Params fields = message.fields().and(recipients);
        int options = message.fields().first("h:Reply-To") instanceof String header
                ? "h:Reply-To".length() + FieldText.bytes(header)
                : 0;
        List<Part> files = message.files();
        return whole(fields, template, message.options(), id(message.sendId()), options, files, bytes);
    }

    static SendForm of(MimeMail mail) {
        requireRecipients(mail.recipientCount());
        List<Part> files = List.of(mail.mime());
        return whole(mail.fields(), mail.template(), mail.options(), id(mail.sendId()), 0, files, 0);
    }

    private static SendForm whole(
            Params fields,
            @Nullable TemplateContent template,
            MessageOptions options,
            String sendId,
            int otherOptions,
            List<Part> files,
            long contentBytes) {
        String variable = "v:" + SendId.VARIABLE;
        int optionBytes = otherOptions + options.bytes() + variable.length() + sendId.length();
        Params all = fields;
        if (template != null) {
            optionBytes += template.bytes();
            all = all.and(Params.NONE.with("template", template.name())).and(template.options());
        }
        if (optionBytes > MOST_OPTION_BYTES) {
            throw new UnsentException("options, headers and variables must have at most " + MOST_OPTION_BYTES
                    + " bytes together, but have " + optionBytes);
        }
        long bytes = contentBytes;
        for (Part file : files) {
            bytes += file.inMemory() ? file.length() : 0;
        }
        requireSize(bytes);
        return new SendForm(all.and(options.params()).and(Params.NONE.with(variable, sendId)), files, bytes);
    }

    private static String id(@Nullable SendId id) {
        if (id == null) {
            throw new IllegalStateException("the send has no id");
        }
        return id.value();
    }

    static void requireRecipients(int recipients) {
        if (recipients < 1 || recipients > MOST_RECIPIENTS) {
            throw new UnsentException("recipients must be from 1 to " + MOST_RECIPIENTS + ", but are " + recipients);
        }
    }

    /** The one field that takes its addresses in one text. */
    static String commaList(Collection<EmailAddress> recipients) {
        requireRecipients(recipients.size());
        return String.join(", ", Message.values(recipients));
    }

    private static void requireSize(long bytes) {
        if (bytes > MOST_BYTES) {
            throw new UnsentException("message must have at most " + MOST_BYTES + " bytes, but has at least " + bytes);
        }
    }

    /** Whether all of the form is in memory. */
    boolean inMemory() {
        return files.stream().allMatch(Part::inMemory);
    }

    /** Counts what is on disk now. A file that is gone fails the call when its body is made. */
    void requireFilesFit() {
        long sum = bytes;
        for (Part file : files) {
            sum += file.inMemory() ? 0 : Math.max(0, file.length());
        }
        requireSize(sum);
    }

    /** The operation with this as its body: urlencoded where there is no file. */
    Operation on(Operation operation) {
        Operation send = operation.recipients(count("to") + count("cc") + count("bcc"));
        if (files.isEmpty()) {
            return send.form(fields);
        }
        Operation upload = send.multipart(fields);
        return inMemory() ? upload : upload.timeout(LONGEST_UPLOAD);
    }

    private int count(String name) {
        return fields.first(name) instanceof List<?> addresses ? addresses.size() : 0;
    }
}
