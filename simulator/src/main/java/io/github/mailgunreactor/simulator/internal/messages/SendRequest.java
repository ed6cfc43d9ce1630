package io.github.mailgunreactor.simulator.internal.messages;

import io.github.mailgunreactor.core.Json;
import io.github.mailgunreactor.simulator.internal.domains.SendingDomain;
import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Parameters;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.UploadedFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the form of a message, and refuses it with the live API's texts where it is wrong. */
final class SendRequest {
    private static final int MAX_RECIPIENTS = 1000;
    private static final int MAX_OPTION_BYTES = 16 * 1024;
    private static final long MAX_MESSAGE_BYTES = 25L * 1024 * 1024;
    private static final int MAX_TAGS = 10;
    private static final TemplateSource.Rendered NOTHING = new TemplateSource.Rendered(null, null, null, null);

    private final SimulatedRequest request;
    private final SendingDomain domain;
    private final Parameters form;
    private final Set<String> seen = new LinkedHashSet<>();

    SendRequest(SimulatedRequest request, SendingDomain domain) {
        this.request = request;
        this.domain = domain;
        this.form = request.form();
    }

    /** A message in parts. */
    Mail parts(TemplateSource templates) {
        String template = form.first("template");
        String from = form.first("from");
        if (isBlank(from) && template == null) {
            throw new Refusal(400, "from parameter is missing");
        }
        String sender = from == null || from.isBlank() ? "postmaster@" + domain.name() : from;
        if (AddressList.parseOne(sender) == null) {
            throw invalidAddress("from");
        }
        Mail.Recipients recipients = new Mail.Recipients(
                recipients("to", true), recipients("cc", false), recipients("bcc", false), recipientVariables(null));
        checkCount(recipients);
        if (template != null && form.has("html")) {
            throw new Refusal(400, "Only one parameters 'html' or 'template' is allowed");
        }
        if (template == null
                && List.of("text", "html", "amp-html").stream().allMatch(name -> isEmpty(form.first(name)))) {
            throw new Refusal(
                    400, "Need at least one of 'text', 'html', 'amp-html' or 'template' parameters specified");
        }
        Mail.Options options = options(List.of(), Map.of(), null, null);
        TemplateSource.Rendered rendered = template == null ? NOTHING : rendered(templates, template, null, options);
        String fromTemplate = rendered.from();
        return mail(
                recipients,
                new Mail.Content(
                        isBlank(from) && fromTemplate != null ? fromTemplate : sender,
                        firstOf(form.first("subject"), rendered.subject(), ""),
                        form.has("text") ? form.first("text") : text(rendered),
                        form.has("html") ? form.first("html") : rendered.html(),
                        form.first("amp-html"),
                        template,
                        headers(rendered.replyTo()),
                        attachments(),
                        null),
                options);
    }

    /** Renders a template with what the form or, of MIME, the headers say. */
    private TemplateSource.Rendered rendered(
            TemplateSource templates, String template, @Nullable ParsedMime mime, Mail.Options options) {
        Map<String, @Nullable Object> variables = new LinkedHashMap<>(options.variables());
        String json = form.has("t:variables") || mime == null
                ? form.first("t:variables")
                : mime.header("X-Mailgun-Template-Variables");
        if (json != null) {
            variables.putAll(objectOf("t:variables", json));
        }
        String version = form.has("t:version") || mime == null
                ? form.first("t:version")
                : mime.header("X-Mailgun-Template-Version");
        return Refusal.requireNonNull(
                templates.render(request, domain, template, version, variables),
                400,
                "template '" + template + "' not found");
    }

    private @Nullable String text(TemplateSource.Rendered rendered) {
        String html = rendered.html();
        return html != null && "yes".equals(form.first("t:text")) ? PlainText.of(html) : null;
    }

    private static String firstOf(@Nullable String first, @Nullable String second, String otherwise) {
        return first != null ? first : second != null ? second : otherwise;
    }

    /** A message that its sender has written as MIME. */
    Mail mime(TemplateSource templates) {
        String contentType = Objects.requireNonNullElse(request.header("Content-Type"), "");
        Refusal.where(
                !contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data"),
                400,
                "Invalid request content type. Expecting 'multipart/form-data' but got '" + contentType + "'");
        List<MailAddress> to = recipients("to", true);
        UploadedFile file = request.files().stream()
                .filter(each -> each.field().equals("message"))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        400,
                        form.has("message") ? "'message' parameter is not a file" : "message parameter is missing"));
        ParsedMime mime = MimeReader.read(file.content());
        Mail.Recipients recipients = new Mail.Recipients(
                to, List.of(), List.of(), recipientVariables(mime.header("X-Mailgun-Recipient-Variables")));
        checkCount(recipients);
        String from = mime.header("From");
        Mail.Options options = options(
                mime.headers("X-Mailgun-Tag"),
                variablesOf(mime.headers("X-Mailgun-Variables")),
                mime.header("X-Mailgun-Drop-Message"),
                mime.header("X-Mailgun-Deliver-By"));
        String template = form.has("template") ? form.first("template") : mime.header("X-Mailgun-Template-Name");
        // What is written as text only is delivered as it is, without a look at its template.
        boolean textOnly = mime.text() != null && mime.html() == null;
        TemplateSource.Rendered rendered =
                template == null || textOnly ? NOTHING : rendered(templates, template, mime, options);
        return mail(
                recipients,
                new Mail.Content(
                        firstOf(from, rendered.from(), "postmaster@" + domain.name()),
                        firstOf(mime.header("Subject"), rendered.subject(), ""),
                        mime.text(),
                        rendered.html() == null ? mime.html() : rendered.html(),
                        mime.ampHtml(),
                        template,
                        mime.headers(),
                        mime.attachments(),
                        new RawMime(file.content())),
                options);
    }

    /** A stored message once more, to others. */
    Mail again(Mail stored) {
        Mail.Recipients recipients = new Mail.Recipients(recipients("to", true), List.of(), List.of(), null);
        checkCount(recipients);
        Mail.Options options = stored.options();
        return mail(
                recipients,
                stored.content(),
                new Mail.Options(options.tags(), options.variables(), options.testMode(), null, options.all()));
    }

    private Mail mail(Mail.Recipients recipients, Mail.Content content, Mail.Options options) {
        String id = MessageIds.next(request.state(), request.now()) + "@" + domain.name();
        Mail mail = new Mail(
                "Aw" + request.state().randomHex(32),
                id,
                domain.account(),
                domain.region(),
                domain.name(),
                request.now(),
                recipients,
                content,
                options,
                0);
        Mail sized = mail.withSize(MimeWriter.size(mail));
        Refusal.where(
                sized.size() > MAX_MESSAGE_BYTES, 400, "Message size " + sized.size() + " exceeds the limit of 25MB");
        return sized;
    }

    private List<MailAddress> recipients(String name, boolean required) {
        List<MailAddress> recipients = new ArrayList<>();
        boolean given = false;
        for (String list : form.all(name)) {
            List<MailAddress> addresses = AddressList.parse(list);
            if (addresses == null) {
                throw invalidAddress(name);
            }
            given |= !addresses.isEmpty();
            addresses.stream().filter(address -> seen.add(address.key())).forEach(recipients::add);
        }
        Refusal.where(required && !given, 400, name + " parameter is missing");
        return List.copyOf(recipients);
    }

    private static void checkCount(Mail.Recipients recipients) {
        Refusal.where(recipients.all().size() > MAX_RECIPIENTS, 400, "Too many recipients, max is " + MAX_RECIPIENTS);
    }

    private @Nullable Map<String, Map<String, Object>> recipientVariables(@Nullable String header) {
        String json = form.has("recipient-variables") ? form.first("recipient-variables") : header;
        if (json == null) {
            return null;
        }
        Map<String, Map<String, Object>> variables = new LinkedHashMap<>();
        objectOf("recipient-variables", json).forEach((address, values) -> {
            Map<String, Object> own = new LinkedHashMap<>();
            if (values instanceof Map<?, ?> object) {
                object.forEach((name, value) -> own.put(String.valueOf(name), value == null ? "" : value));
            }
            variables.put(address.toLowerCase(Locale.ROOT), own);
        });
        return variables;
    }

    private static JsonObject objectOf(String name, String json) {
        try {
            if (Json.readAny(Mail.bytes(json)) instanceof Map<?, ?> object) {
                JsonObject typed = new JsonObject();
                object.forEach((key, value) -> typed.put(String.valueOf(key), value));
                return typed;
            }
        } catch (RuntimeException malformed) {
            // refused below, as any other JSON is
        }
        throw new Refusal(400, "'" + name + "' parameter is not a valid JSON");
    }

    private static Map<String, Object> variablesOf(List<String> jsonHeaders) {
        Map<String, Object> variables = new LinkedHashMap<>();
        for (String json : jsonHeaders) {
            objectOf("X-Mailgun-Variables", json).forEach((name, value) -> variables.put(name, text(value)));
        }
        return variables;
    }

    private static String text(@Nullable Object value) {
        return value instanceof Map || value instanceof List
                ? new String(Json.write(value), StandardCharsets.UTF_8)
                : String.valueOf(value);
    }

    private Map<String, List<String>> headers(@Nullable String replyTo) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        if (replyTo != null && form.asMap().keySet().stream().noneMatch("h:Reply-To"::equalsIgnoreCase)) {
            headers.put("Reply-To", List.of(replyTo));
        }
        form.asMap().forEach((field, values) -> {
            if (field.startsWith("h:")) {
                String name = field.substring(2);
                Refusal.where(
                        !name.chars().allMatch(c -> c > ' ' && c < 127),
                        400,
                        "Header name must be pure ASCII: " + name);
                headers.put(name, values);
            }
        });
        return headers;
    }

    private List<Attachment> attachments() {
        List<Attachment> attachments = new ArrayList<>();
        for (UploadedFile file : request.files()) {
            boolean inline = file.field().equals("inline");
            if (inline || file.field().equals("attachment")) {
                attachments.add(new Attachment(
                        file.fileName(),
                        Objects.requireNonNullElse(file.contentType(), "application/octet-stream"),
                        file.content(),
                        inline,
                        file.fileName()));
            }
        }
        return attachments;
    }

    private Mail.Options options(
            List<String> moreTags,
            Map<String, Object> moreVariables,
            @Nullable String dropMessage,
            @Nullable String deliverBy) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        Map<String, Object> variables = new LinkedHashMap<>(moreVariables);
        long bytes = 0;
        for (Map.Entry<String, List<String>> field : form.asMap().entrySet()) {
            String name = field.getKey();
            if (name.length() < 2 || name.charAt(1) != ':' || "ohvt".indexOf(name.charAt(0)) < 0) {
                continue;
            }
            for (String value : field.getValue()) {
                bytes += Mail.bytes(name).length + Mail.bytes(value).length;
            }
            if (name.startsWith("v:")) {
                variables.put(name.substring(2), field.getValue().get(0));
            } else if (!name.startsWith("h:")) {
                all.put(name, field.getValue());
            }
        }
        Refusal.where(
                bytes > MAX_OPTION_BYTES,
                400,
                "Send options (parameters starting with o:, h:, v:, or t:) are limited to 16KB total");
        List<String> tags = new ArrayList<>(moreTags);
        tags.addAll(form.all("o:tag"));
        String testMode = form.has("o:testmode") ? form.first("o:testmode") : dropMessage;
        String deliveryTime = form.has("o:deliverytime") ? form.first("o:deliverytime") : deliverBy;
        SendOptions.check(form);
        return new Mail.Options(
                SendOptions.tags(tags, MAX_TAGS),
                variables,
                "yes".equals(testMode) || "true".equals(testMode),
                deliveryTime == null || deliveryTime.isEmpty()
                        ? null
                        : SendOptions.deliveryTime(deliveryTime, request.now()),
                all);
    }

    private static Refusal invalidAddress(String parameter) {
        return new Refusal(400, parameter + " parameter is not a valid address. please check documentation");
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isEmpty();
    }
}
