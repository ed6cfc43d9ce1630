package io.github.mailgunreactor.simulator.internal.messages;

import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.simulator.internal.domains.DomainRegistry;
import io.github.mailgunreactor.simulator.internal.domains.SendingDomain;
import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Messages that are stored: reading, their files, sending them once more. */
public final class StoredMessagesOperations implements Operations {
    private static final String PATH = "/v3/domains/{domain}/messages/{key}";

    @Override
    public void register(Routes routes) {
        routes.add(GET, PATH, StoredMessagesOperations::get);
        routes.add(POST, PATH, StoredMessagesOperations::resend);
        routes.add(GET, PATH + "/attachments/{number}", StoredMessagesOperations::attachment);
    }

    private static Mail stored(SimulatedRequest request) {
        SendingDomain domain = DomainRegistry.named(request, "domain");
        Mail mail = MailStore.of(request.state()).find(request.path("key"));
        if (mail == null
                || !mail.domain().equals(domain.name())
                || !mail.account().equals(request.account().id())
                || !mail.region().equals(request.region())) {
            throw new Refusal(404, "Message not found");
        }
        return mail;
    }

    private static SimulatedResponse get(SimulatedRequest request) {
        Mail mail = stored(request);
        boolean raw = Objects.requireNonNullElse(request.header("Accept"), "").contains("message/rfc2822");
        return SimulatedResponse.ok(raw ? raw(mail) : parsed(request, mail));
    }

    private static Map<String, @Nullable Object> raw(Mail mail) {
        return common(mail).and("body-mime", new String(MimeWriter.write(mail), StandardCharsets.UTF_8));
    }

    private static JsonObject common(Mail mail) {
        return JsonObject.of("recipients", Mail.joined(mail.recipients().all()))
                .and("sender", mail.content().from())
                .and("from", mail.content().from())
                .and("subject", mail.content().subject());
    }

    private static JsonObject parsed(SimulatedRequest request, Mail mail) {
        JsonObject fields = new JsonObject();
        List<List<String>> headers = MimeWriter.allHeaders(mail);
        headers.forEach(header -> fields.putIfAbsent(header.get(0), header.get(1)));
        fields.putAll(common(mail));
        String html = mail.content().html();
        String text = Objects.requireNonNullElse(mail.content().text(), "");
        if (html != null) {
            fields.put("body-html", html);
            fields.put("stripped-html", html);
        }
        fields.put("body-plain", text);
        fields.put("stripped-text", text);
        fields.put("stripped-signature", "");
        fields.put("message-headers", headers);
        List<JsonObject> files = new ArrayList<>();
        Map<String, String> contentIds = new LinkedHashMap<>();
        String url = request.baseUrl() + "/v3/domains/" + mail.domain() + "/messages/" + mail.key() + "/attachments/";
        for (Attachment file : mail.content().attachments()) {
            String own = url + files.size();
            files.add(JsonObject.of("name", file.fileName())
                    .and("content-type", file.contentType())
                    .and("size", file.content().length)
                    .and("url", own));
            if (file.inline()) {
                contentIds.put("<" + file.contentId() + ">", own);
            }
        }
        fields.put("attachments", files);
        fields.put("content-id-map", contentIds);
        return fields;
    }

    private static SimulatedResponse attachment(SimulatedRequest request) {
        List<Attachment> files = stored(request).content().attachments();
        String number = request.path("number");
        Refusal.where(
                !number.matches("\\d{1,4}") || Integer.parseInt(number) >= files.size(), 404, "Attachment not found");
        Attachment file = files.get(Integer.parseInt(number));
        return SimulatedResponse.bytes(200, file.contentType(), file.content());
    }

    private static SimulatedResponse resend(SimulatedRequest request) {
        Mail stored = stored(request);
        SendingDomain domain = DomainRegistry.named(request, "domain");
        SendingRules.check(request, domain);
        Mail again = new SendRequest(request, domain).again(stored);
        SendingRules.check(request, domain, again);
        SendingRules.count(request, again);
        new MailDelivery(request.state()).accept(again);
        return MessagesOperations.queued(again);
    }
}
