package io.github.mailgunreactor.simulator.internal.routes;

import io.github.mailgunreactor.core.Json;
import io.github.mailgunreactor.simulator.internal.deliveries.Deliveries;
import io.github.mailgunreactor.simulator.internal.deliveries.Notification;
import io.github.mailgunreactor.simulator.internal.deliveries.NotificationBody;
import io.github.mailgunreactor.simulator.internal.deliveries.NotificationBody.Field;
import io.github.mailgunreactor.simulator.internal.deliveries.NotificationFile;
import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.messages.Attachment;
import io.github.mailgunreactor.simulator.internal.messages.IncomingMail;
import io.github.mailgunreactor.simulator.internal.messages.Mail;
import io.github.mailgunreactor.simulator.internal.state.Account;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Posts mail that came in to the URLs of an application: whole, as MIME, or where it is kept. */
record RouteNotifications(SimulatorState state, Account account, String region, IncomingMail incoming, Mail mail) {

    /** The mail in parts, or as MIME where the URL ends in {@code mime}. */
    void forwarded(String url) {
        List<Field> fields = common();
        if (url.endsWith("mime")) {
            fields.add(new Field("body-mime", new String(mail.mime(), StandardCharsets.UTF_8)));
            post("forward", url, fields, List.of());
            return;
        }
        addParts(fields);
        List<NotificationFile> files = new ArrayList<>();
        Map<String, String> contentIds = new LinkedHashMap<>();
        for (Attachment file : incoming.attachments()) {
            String field = "attachment-" + (files.size() + 1);
            files.add(new NotificationFile(field, file.fileName(), file.contentType(), file.content()));
            if (file.inline()) {
                contentIds.put("<" + file.contentId() + ">", field);
            }
        }
        if (!files.isEmpty()) {
            fields.add(new Field("attachment-count", String.valueOf(files.size())));
        }
        if (!contentIds.isEmpty()) {
            fields.add(new Field("content-id-map", json(contentIds)));
        }
        post("forward", url, fields, files);
    }

    /** Where the mail is kept, and what it says; its files stay there. */
    void stored(String url) {
        List<Field> fields = common();
        addParts(fields);
        String messageUrl =
                Deliveries.of(state).baseUrl(region) + "/v3/domains/" + mail.domain() + "/messages/" + mail.key();
        fields.add(new Field("domain", mail.domain()));
        fields.add(new Field("message-url", messageUrl));
        List<JsonObject> files = new ArrayList<>();
        Map<String, String> contentIds = new LinkedHashMap<>();
        for (Attachment file : incoming.attachments()) {
            String own = messageUrl + "/attachments/" + files.size();
            JsonObject described = JsonObject.of("url", own)
                    .and("content-type", file.contentType())
                    .and("name", file.fileName())
                    .and("size", file.content().length);
            files.add(described);
            if (file.inline()) {
                contentIds.put("<" + file.contentId() + ">", own);
            }
        }
        fields.add(new Field("attachments", json(files)));
        if (!contentIds.isEmpty()) {
            fields.add(new Field("content-id-map", json(contentIds)));
        }
        post("store", url, fields, List.of());
    }

    private List<Field> common() {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("recipient", incoming.recipient()));
        fields.add(new Field("sender", incoming.sender()));
        fields.add(new Field("from", incoming.from()));
        fields.add(new Field("subject", incoming.subject()));
        mail.headerLines().forEach(header -> fields.add(new Field(header.get(0), header.get(1))));
        fields.add(new Field("message-headers", json(mail.headerLines())));
        return fields;
    }

    private void addParts(List<Field> fields) {
        String text = Objects.requireNonNullElse(incoming.text(), "");
        fields.add(new Field("body-plain", text));
        fields.add(new Field("stripped-text", withoutQuotes(text)));
        fields.add(new Field("stripped-signature", signature(text)));
        String html = incoming.html();
        if (html != null) {
            fields.add(new Field("body-html", html));
            fields.add(new Field("stripped-html", html));
        }
    }

    private static String withoutQuotes(String text) {
        StringBuilder kept = new StringBuilder();
        text.lines()
                .takeWhile(line -> !line.equals("-- "))
                .filter(line -> !line.startsWith(">"))
                .forEach(line -> kept.append(line).append('\n'));
        return kept.toString().strip();
    }

    private static String signature(String text) {
        int start = ("\n" + text).indexOf("\n-- \n");
        return start < 0 ? "" : text.substring(start + "-- \n".length()).strip();
    }

    private static String json(Object value) {
        return new String(Json.write(value), StandardCharsets.UTF_8);
    }

    private void post(String type, String url, List<Field> fields, List<NotificationFile> files) {
        Deliveries.of(state)
                .post(new Notification(
                        Notification.Kind.ROUTE, type, url, account, region, NotificationBody.form(fields, files)));
    }
}
