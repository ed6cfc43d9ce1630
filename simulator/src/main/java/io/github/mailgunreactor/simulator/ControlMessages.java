package io.github.mailgunreactor.simulator;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import io.github.mailgunreactor.simulator.internal.messages.Mail;
import io.github.mailgunreactor.simulator.internal.messages.MailAddress;
import io.github.mailgunreactor.simulator.internal.messages.MailStore;
import io.github.mailgunreactor.simulator.internal.messages.Rendering;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The messages that were accepted, over HTTP: to find them, to read them, to forget them. */
final class ControlMessages implements Operations {
    private static final String MESSAGES = Control.PREFIX + "/messages";

    private final Simulator simulator;

    ControlMessages(Simulator simulator) {
        this.simulator = simulator;
    }

    @Override
    public void register(Routes routes) {
        routes.add(GET, MESSAGES, this::list);
        routes.add(DELETE, MESSAGES, this::clear);
        routes.add(GET, MESSAGES + "/{key}", this::get);
        routes.add(POST, MESSAGES + "/{key}/events", new ControlEvents(simulator)::happen);
        routes.add(GET, MESSAGES + "/{key}/events", new ControlEvents(simulator)::ofMessage);
        ControlBodies bodies = new ControlBodies(simulator);
        routes.add(GET, MESSAGES + "/{key}/html", bodies::html);
        routes.add(GET, MESSAGES + "/{key}/text", bodies::text);
        routes.add(GET, MESSAGES + "/{key}/source", bodies::source);
        routes.add(GET, MESSAGES + "/{key}/attachments/{number}", bodies::attachment);
    }

    private SimulatedResponse list(SimulatedRequest request) {
        MailStore store = MailStore.of(simulator.state());
        List<Mail> mails = store.mails(Control.account(simulator, request), request.region());
        Predicate<MailStore.Copy> wanted = filter(request);
        int skip = Control.number(request, "skip", 0);
        int limit = Control.number(request, "limit", Integer.MAX_VALUE);
        List<JsonObject> items = new ArrayList<>();
        int total = 0;
        for (int at = mails.size() - 1; at >= 0; at--) {
            List<MailAddress> recipients = mails.get(at).recipients().all();
            for (int number = recipients.size() - 1; number >= 0; number--) {
                MailStore.Copy copy = new MailStore.Copy(mails.get(at), recipients.get(number), 0);
                if (wanted.test(copy)) {
                    total++;
                    if (total > skip && items.size() < limit) {
                        items.add(summary(store, copy));
                    }
                }
            }
        }
        Collections.reverse(items);
        return SimulatedResponse.ok(Map.of("total", total, "items", items));
    }

    private static Predicate<MailStore.Copy> filter(SimulatedRequest request) {
        String recipient = lower(request.query().first("recipient"));
        String domain = request.query().first("domain");
        String subject = request.query().first("subject");
        String tag = request.query().first("tag");
        String search = lower(request.query().first("search"));
        return copy -> (recipient == null || recipient.equals(copy.recipient().key()))
                && (domain == null || domain.equals(copy.mail().domain()))
                && (tag == null || copy.mail().options().tags().contains(tag))
                && (subject == null
                        || Rendering.subject(copy.mail(), copy.recipient()).contains(subject))
                && (search == null || matches(copy, search));
    }

    private static boolean matches(MailStore.Copy copy, String search) {
        Mail mail = copy.mail();
        return copy.recipient().key().contains(search)
                || mail.domain().contains(search)
                || mail.content().from().toLowerCase(Locale.ROOT).contains(search)
                || mail.options().tags().stream()
                        .anyMatch(tag -> tag.toLowerCase(Locale.ROOT).contains(search))
                || Rendering.subject(mail, copy.recipient())
                        .toLowerCase(Locale.ROOT)
                        .contains(search);
    }

    private static @Nullable String lower(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    private SimulatedResponse clear(SimulatedRequest request) {
        MailStore.of(simulator.state()).clear(Control.account(simulator, request), request.region());
        return SimulatedResponse.message(200, "done");
    }

    private SimulatedResponse get(SimulatedRequest request) {
        Mail mail = stored(simulator, request);
        boolean bodies = !"no".equals(request.query().first("bodies"));
        List<JsonObject> copies = new ArrayList<>();
        for (MailAddress each : recipients(mail, request.query().first("recipient"))) {
            MailStore.Copy copy = new MailStore.Copy(mail, each, 0);
            JsonObject json = summary(MailStore.of(simulator.state()), copy);
            describe(json, Rendering.of(copy, request.baseUrl()), bodies);
            copies.add(json);
        }
        return SimulatedResponse.ok(Map.of("key", mail.key(), "copies", copies));
    }

    static Mail stored(Simulator simulator, SimulatedRequest request) {
        return Refusal.requireNonNull(
                MailStore.of(simulator.state()).find(request.path("key")), 404, "no such message, or no longer");
    }

    /** All of them, or the one that is asked for. */
    static List<MailAddress> recipients(Mail mail, @Nullable Object wanted) {
        List<MailAddress> recipients = mail.recipients().all().stream()
                .filter(each ->
                        wanted == null || each.key().equals(wanted.toString().toLowerCase(Locale.ROOT)))
                .toList();
        Refusal.where(recipients.isEmpty(), 404, "the message has no such recipient");
        return recipients;
    }

    private String state(MailStore store, MailStore.Copy copy) {
        Mail mail = copy.mail();
        if (store.isIncoming(mail)) {
            return "stored";
        }
        if (store.hasDelivered(mail, copy.recipient())) {
            return "delivered";
        }
        Instant due = mail.options().deliverAt();
        return due != null && due.isAfter(simulator.state().now()) ? "scheduled" : "not delivered";
    }

    private JsonObject summary(MailStore store, MailStore.Copy copy) {
        Mail mail = copy.mail();
        return JsonObject.of("key", mail.key())
                .and("id", mail.id())
                .and("domain", mail.domain())
                .and("recipient", copy.recipient().address())
                .and("delivered", store.hasDelivered(mail, copy.recipient()))
                .and("state", state(store, copy))
                .and("from", mail.content().from())
                .and("to", mail.to(copy.recipient()))
                .and("subject", Rendering.subject(mail, copy.recipient()))
                .and("tags", mail.options().tags())
                .and("test_mode", mail.options().testMode())
                .and("accepted_at", mail.acceptedAt().toString())
                .and("size", mail.size())
                .and(
                        "attachments",
                        mail.content().attachments().stream()
                                .map(file -> Map.of(
                                        "name", file.fileName(),
                                        "content_type", file.contentType(),
                                        "inline", file.inline(),
                                        "size", file.content().length))
                                .toList());
    }

    private static void describe(JsonObject json, Rendering copy, boolean bodies) {
        Mail mail = copy.mail();
        if (bodies) {
            json.put("text", copy.text());
            json.put("html", copy.html());
            json.put("amp_html", copy.ampHtml());
        }
        json.put("has_text", copy.text() != null);
        json.put("has_html", copy.html() != null);
        json.put("template", mail.content().template());
        json.put(
                "scheduled_for",
                mail.options().deliverAt() == null
                        ? null
                        : Objects.toString(mail.options().deliverAt()));
        json.put("headers", copy.headers());
        json.put("variables", copy.variables());
        json.put("options", mail.options().all());
        json.put("links", ControlBodies.links(copy.html()));
    }
}
