package io.github.mailgunreactor.simulator;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import io.github.mailgunreactor.simulator.internal.messages.Mail;
import io.github.mailgunreactor.simulator.internal.messages.MailAddress;
import io.github.mailgunreactor.simulator.internal.messages.MailEvents;
import io.github.mailgunreactor.simulator.internal.messages.MailStore;
import io.github.mailgunreactor.simulator.internal.messages.Rendering;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What Java can do with a simulator, over HTTP: below one prefix that Mailgun will never have, without a key, met by no
 * fault and in no journal. {@code control-openapi.json} describes it.
 */
final class Control implements Operations {
    static final String PREFIX = "/_simulator";

    private final Simulator simulator;

    Control(Simulator simulator) {
        this.simulator = simulator;
    }

    @Override
    public void register(Routes routes) {
        routes.add(GET, PREFIX + "/health", request -> health());
        routes.add(GET, PREFIX + "/openapi.json", request -> openApi());
        routes.add(POST, PREFIX + "/reset", request -> done(simulator::reset));
        routes.add(POST, PREFIX + "/seed", request -> done(() -> seeds().apply(request.jsonObject())));
        routes.add(GET, PREFIX + "/requests", this::requests);
        routes.add(DELETE, PREFIX + "/requests", request -> done(simulator.journal()::clear));
        routes.add(GET, PREFIX + "/messages", this::messages);
        routes.add(GET, PREFIX + "/messages/{key}", this::message);
        routes.add(POST, PREFIX + "/messages/{key}/events", this::happen);
        routes.add(GET, PREFIX + "/unsubscribe/{key}/{recipient}", this::unsubscribe);
        routes.add(POST, PREFIX + "/faults", request -> done(() -> seeds().fault(request.jsonObject())));
        routes.add(DELETE, PREFIX + "/faults", request -> done(simulator.faults()::clear));
        routes.add(GET, PREFIX + "/clock", request -> clock());
        routes.add(POST, PREFIX + "/clock/advance", this::advance);
        routes.add(GET, PREFIX + "/settings", request -> settings());
        routes.add(PUT, PREFIX + "/settings", this::changeSettings);
        new ControlDeliveries(simulator).register(routes);
        new ControlIncoming(simulator).register(routes);
    }

    private ControlSeeds seeds() {
        return new ControlSeeds(simulator);
    }

    private static SimulatedResponse done(Runnable action) {
        action.run();
        return SimulatedResponse.message(200, "done");
    }

    private SimulatedResponse health() {
        Map<String, Object> regions = new LinkedHashMap<>();
        simulator.regions().forEach(region -> regions.put(region, simulator.baseUrl(region)));
        Map<String, Object> health = new LinkedHashMap<>();
        health.put("status", "ok");
        health.put("regions", regions);
        health.put("signing_key", simulator.signingKey());
        health.put("requests", simulator.journal().count());
        return SimulatedResponse.ok(health);
    }

    private static SimulatedResponse openApi() {
        try (InputStream file = Objects.requireNonNull(Control.class.getResourceAsStream("control-openapi.json"))) {
            return SimulatedResponse.bytes(200, "application/json; charset=utf-8", file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private SimulatedResponse requests(SimulatedRequest request) {
        List<Map<String, Object>> requests = new ArrayList<>();
        for (RecordedRequest each : simulator.journal().all()) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("operation", each.operation());
            json.put("path", each.path());
            json.put("query", each.query());
            json.put("headers", each.headers());
            json.put("form", each.form());
            json.put("files", each.files());
            json.put("text", each.text());
            json.put("region", each.region());
            json.put("account", each.account());
            json.put("key_id", each.keyId());
            json.put("status", each.status());
            requests.add(json);
        }
        return SimulatedResponse.ok(Map.of("total", simulator.journal().count(), "items", latest(request, requests)));
    }

    /** The latest, newest last. */
    static <T> List<T> latest(SimulatedRequest request, List<T> all) {
        String limit = request.query().first("limit");
        if (limit == null) {
            return all;
        }
        if (!limit.matches("\\d{1,6}")) {
            throw new Refusal(400, "limit must be a number");
        }
        return all.subList(Math.max(0, all.size() - Integer.parseInt(limit)), all.size());
    }

    private SimulatedResponse messages(SimulatedRequest request) {
        String account = account(request);
        String recipient = request.query().first("recipient");
        String domain = request.query().first("domain");
        String subject = request.query().first("subject");
        String tag = request.query().first("tag");
        MailStore store = MailStore.of(simulator.state());
        List<Map<String, Object>> items = new ArrayList<>();
        for (Mail mail : store.mails(account, request.region())) {
            for (MailAddress each : mail.recipients().all()) {
                boolean wanted =
                        (recipient == null || recipient.toLowerCase(Locale.ROOT).equals(each.key()))
                                && (domain == null || domain.equals(mail.domain()))
                                && (tag == null || mail.options().tags().contains(tag));
                Map<String, Object> json = wanted ? json(request, store, mail, each, false) : Map.of();
                if (wanted
                        && (subject == null
                                || String.valueOf(json.get("subject")).contains(subject))) {
                    items.add(json);
                }
            }
        }
        return SimulatedResponse.ok(Map.of("items", latest(request, items)));
    }

    private String account(SimulatedRequest request) {
        String asked = request.query().first("account");
        return asked == null
                ? simulator.account().id()
                : simulator.account(asked).id();
    }

    private SimulatedResponse message(SimulatedRequest request) {
        Mail mail = stored(request);
        List<Map<String, Object>> copies = new ArrayList<>();
        for (MailAddress each : mail.recipients().all()) {
            copies.add(json(request, MailStore.of(simulator.state()), mail, each, true));
        }
        return SimulatedResponse.ok(Map.of("key", mail.key(), "copies", copies));
    }

    private Mail stored(SimulatedRequest request) {
        Mail mail = MailStore.of(simulator.state()).find(request.path("key"));
        if (mail == null) {
            throw new Refusal(404, "no such message, or no longer");
        }
        return mail;
    }

    private static Map<String, Object> json(
            SimulatedRequest request, MailStore store, Mail mail, MailAddress recipient, boolean whole) {
        Rendering copy = Rendering.of(new MailStore.Copy(mail, recipient, 0), request.baseUrl());
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("key", mail.key());
        json.put("id", mail.id());
        json.put("domain", mail.domain());
        json.put("recipient", copy.recipient());
        json.put("delivered", store.hasDelivered(mail, recipient));
        json.put("from", mail.content().from());
        json.put("to", copy.to());
        json.put("subject", copy.subject());
        json.put("tags", mail.options().tags());
        json.put("test_mode", mail.options().testMode());
        json.put("accepted_at", mail.acceptedAt().toString());
        json.put("size", mail.size());
        json.put(
                "attachments",
                mail.content().attachments().stream()
                        .map(file -> Map.of(
                                "name", file.fileName(),
                                "content_type", file.contentType(),
                                "inline", file.inline(),
                                "size", file.content().length))
                        .toList());
        if (whole) {
            json.put("text", copy.text());
            json.put("html", copy.html());
            json.put("amp_html", copy.ampHtml());
            json.put("template", mail.content().template());
            json.put("headers", copy.headers());
            json.put("variables", copy.variables());
            json.put("options", mail.options().all());
        }
        return json;
    }

    private SimulatedResponse happen(SimulatedRequest request) {
        Mail mail = stored(request);
        Map<String, @Nullable Object> json = request.jsonObject();
        Object wanted = json.get("recipient");
        List<MailAddress> recipients = mail.recipients().all().stream()
                .filter(each ->
                        wanted == null || each.key().equals(wanted.toString().toLowerCase(Locale.ROOT)))
                .toList();
        if (recipients.isEmpty()) {
            throw new Refusal(404, "the message has no such recipient");
        }
        for (MailAddress recipient : recipients) {
            happen(new MailEvents(simulator.state(), mail, recipient), json);
        }
        return SimulatedResponse.message(200, "done");
    }

    private static void happen(MailEvents message, Map<String, @Nullable Object> json) {
        String text = String.valueOf(json.getOrDefault("text", "No such mailbox"));
        String event = String.valueOf(json.get("event"));
        switch (event) {
            case "delivered" -> message.delivered();
            case "failed" -> {
                int code = ControlSeeds.number(json, "code", 550);
                if ("temporary".equals(json.get("severity"))) {
                    message.delayed(code, text);
                } else {
                    message.bounced(code, text);
                }
            }
            case "opened" -> message.opened();
            case "clicked" -> message.clicked(String.valueOf(json.getOrDefault("url", "https://example.com/")));
            case "complained" -> message.complained();
            case "unsubscribed" -> message.unsubscribed(Boolean.TRUE.equals(json.get("tags_only")));
            default ->
                throw new Refusal(
                        400,
                        "event must be one of delivered, failed, opened, clicked, complained, unsubscribed, but is "
                                + event);
        }
    }

    private SimulatedResponse unsubscribe(SimulatedRequest request) {
        Mail mail = stored(request);
        List<MailAddress> recipients = mail.recipients().all();
        String number = request.path("recipient");
        if (!number.matches("\\d{1,4}") || Integer.parseInt(number) >= recipients.size()) {
            throw new Refusal(404, "the message has no such recipient");
        }
        MailEvents events = new MailEvents(simulator.state(), mail, recipients.get(Integer.parseInt(number)));
        if (request.query().has("list")) {
            events.unsubscribedFromList();
        } else {
            events.unsubscribed(request.query().has("tags"));
        }
        return SimulatedResponse.bytes(
                200,
                "text/html; charset=utf-8",
                "<!doctype html>\n<title>Unsubscribed</title>\n<p>You have been unsubscribed.</p>\n"
                        .getBytes(StandardCharsets.UTF_8));
    }

    private SimulatedResponse clock() {
        return SimulatedResponse.ok(Map.of("now", simulator.clock().instant().toString()));
    }

    private SimulatedResponse advance(SimulatedRequest request) {
        Map<String, @Nullable Object> json = request.jsonObject();
        Object to = json.get("to");
        if (to == null) {
            simulator.clock().advance(Duration.ofSeconds(ControlSeeds.number(json, "seconds", 0)));
        } else {
            Duration ahead = Duration.between(simulator.clock().instant(), Instant.parse(to.toString()));
            simulator.clock().advance(ahead);
        }
        return clock();
    }

    private SimulatedResponse settings() {
        return SimulatedResponse.ok(Map.of("deliver_at_once", simulator.state().deliversAtOnce()));
    }

    private SimulatedResponse changeSettings(SimulatedRequest request) {
        Object atOnce = request.jsonObject().get("deliver_at_once");
        if (!(atOnce instanceof Boolean wanted)) {
            throw new Refusal(400, "deliver_at_once must be true or false");
        }
        simulator.deliverAtOnce(wanted);
        return settings();
    }
}
