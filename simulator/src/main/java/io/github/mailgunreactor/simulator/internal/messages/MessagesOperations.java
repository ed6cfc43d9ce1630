package io.github.mailgunreactor.simulator.internal.messages;

import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.simulator.internal.analytics.StatsOperations;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import io.github.mailgunreactor.simulator.internal.traffic.MessageEvent;
import io.github.mailgunreactor.simulator.internal.traffic.MessageFacts;
import io.github.mailgunreactor.simulator.internal.traffic.Traffic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Sending: each recipient&rsquo;s message is accepted and delivered at once. Whatever else may happen is seeded. */
public final class MessagesOperations implements Operations {

    @Override
    public void register(Routes routes) {
        routes.add(POST, "/v3/{domain}/messages", MessagesOperations::send).sending();
    }

    private static SimulatedResponse send(SimulatedRequest request) {
        String from = request.form().first("from");
        if (from == null || from.isBlank()) {
            throw new Refusal(400, "from parameter is missing");
        }
        List<String> recipients = new ArrayList<>();
        for (String name : List.of("to", "cc", "bcc")) {
            for (String addresses : request.form().all(name)) {
                for (String address : addresses.split(",", -1)) {
                    recipients.add(address(address));
                }
            }
        }
        if (recipients.isEmpty()) {
            throw new Refusal(400, "to parameter is missing");
        }
        String domain = StatsOperations.domain(request);
        String id = request.state().randomHex(16) + "@" + domain;
        Map<String, Object> variables = new LinkedHashMap<>();
        request.form().asMap().forEach((name, values) -> {
            if (name.startsWith("v:") || name.startsWith("v ")) {
                variables.put(name.substring(2), values.get(0));
            }
        });
        for (String recipient : recipients) {
            MessageFacts facts = MessageFacts.of(domain, id, recipient)
                    .withFrom(from)
                    .withSubject(Objects.requireNonNullElse(request.form().first("subject"), ""))
                    .withTags(option(request, "o:tag"))
                    .withVariables(variables)
                    .withTestMode(option(request, "o:testmode").stream().anyMatch(MessagesOperations::isYes));
            record(request, "accepted", facts, MessageEvent.Delivery.NONE);
            record(request, "delivered", facts, new MessageEvent.Delivery(1, 250, "OK", null, null, null));
        }
        return SimulatedResponse.ok(Map.of("id", "<" + id + ">", "message", "Queued. Thank you."));
    }

    private static void record(
            SimulatedRequest request, String type, MessageFacts facts, MessageEvent.Delivery delivery) {
        Traffic.of(request)
                .add(new MessageEvent(
                        request.state().randomHex(22),
                        request.now(),
                        type,
                        facts,
                        delivery,
                        MessageEvent.Visit.NONE,
                        false));
    }

    /** Netty's reader of multipart forms puts a space where a name has a colon. */
    private static List<String> option(SimulatedRequest request, String name) {
        List<String> values = request.form().all(name);
        return values.isEmpty() ? request.form().all(name.replace(':', ' ')) : values;
    }

    /** The address of {@code Ada <ada@example.org>}, or the text itself. */
    private static String address(String recipient) {
        int open = recipient.lastIndexOf('<');
        int close = recipient.lastIndexOf('>');
        String address = (open >= 0 && close > open ? recipient.substring(open + 1, close) : recipient).strip();
        if (address.indexOf('@') < 1) {
            throw new Refusal(400, "to parameter is not a valid address. please check documentation");
        }
        return address;
    }

    private static boolean isYes(String value) {
        return value.equals("yes") || value.equals("true");
    }
}
