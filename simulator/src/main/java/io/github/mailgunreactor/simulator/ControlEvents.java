package io.github.mailgunreactor.simulator;

import static io.github.mailgunreactor.core.Method.GET;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import io.github.mailgunreactor.simulator.internal.messages.Mail;
import io.github.mailgunreactor.simulator.internal.messages.MailAddress;
import io.github.mailgunreactor.simulator.internal.messages.MailEvents;
import io.github.mailgunreactor.simulator.internal.state.Account;
import io.github.mailgunreactor.simulator.internal.traffic.EventJson;
import io.github.mailgunreactor.simulator.internal.traffic.MessageEvent;
import io.github.mailgunreactor.simulator.internal.traffic.Traffic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What happened to messages, over HTTP, and how to let something happen to one. */
final class ControlEvents implements Operations {
    private static final int DEFAULT_LIMIT = 100;

    private final Simulator simulator;

    ControlEvents(Simulator simulator) {
        this.simulator = simulator;
    }

    @Override
    public void register(Routes routes) {
        routes.add(GET, Control.PREFIX + "/events", this::list);
        routes.add(GET, Control.PREFIX + "/unsubscribe/{key}/{recipient}", this::unsubscribe);
    }

    private SimulatedResponse list(SimulatedRequest request) {
        String type = request.query().first("event");
        String search = request.query().first("search");
        String wanted = search == null ? "" : search.toLowerCase(Locale.ROOT);
        return events(
                request,
                Control.account(simulator, request),
                event -> (type == null || event.hasType(type))
                        && (event.message().recipient().toLowerCase(Locale.ROOT).contains(wanted)
                                || event.message()
                                        .subject()
                                        .toLowerCase(Locale.ROOT)
                                        .contains(wanted)
                                || event.message().domain().contains(wanted)));
    }

    /** What happened to one message: its timeline. */
    SimulatedResponse ofMessage(SimulatedRequest request) {
        Mail mail = ControlMessages.stored(simulator, request);
        String recipient = request.query().first("recipient");
        return events(
                request,
                mail.account(),
                event -> mail.key().equals(event.message().storageKey())
                        && (recipient == null
                                || recipient.equalsIgnoreCase(event.message().recipient())));
    }

    private SimulatedResponse events(SimulatedRequest request, String account, Predicate<MessageEvent> wanted) {
        Account owner = Objects.requireNonNull(simulator.state().account(account));
        List<JsonObject> items = new ArrayList<>();
        for (MessageEvent event : Traffic.of(simulator.state(), owner, request.region())
                .latest(Control.number(request, "limit", DEFAULT_LIMIT), wanted)) {
            items.add(EventJson.event(event, request.baseUrl()));
        }
        Collections.reverse(items);
        return SimulatedResponse.ok(Map.of("items", items));
    }

    /** Lets something happen to a message. */
    SimulatedResponse happen(SimulatedRequest request) {
        Mail mail = ControlMessages.stored(simulator, request);
        Map<String, @Nullable Object> json = request.jsonObject();
        for (MailAddress recipient : ControlMessages.recipients(mail, json.get("recipient"))) {
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
        Mail mail = ControlMessages.stored(simulator, request);
        List<MailAddress> recipients = mail.recipients().all();
        String number = request.path("recipient");
        Refusal.where(
                !number.matches("\\d{1,4}") || Integer.parseInt(number) >= recipients.size(),
                404,
                "the message has no such recipient");
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
}
