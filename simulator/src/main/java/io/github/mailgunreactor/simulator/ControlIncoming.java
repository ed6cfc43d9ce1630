package io.github.mailgunreactor.simulator;

import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of the control API that lets mail come in. */
final class ControlIncoming implements Operations {
    private final Simulator simulator;

    ControlIncoming(Simulator simulator) {
        this.simulator = simulator;
    }

    @Override
    public void register(Routes routes) {
        routes.add(POST, Control.PREFIX + "/incoming", this::receive);
    }

    private SimulatedResponse receive(SimulatedRequest request) {
        Map<String, @Nullable Object> json = request.jsonObject();
        Object account = json.get("account");
        SimulatedAccount receiver = account == null ? simulator.account() : simulator.account(account.toString());
        IncomingResult result = receiver.inRegion(request.region()).receive(message(json));
        return SimulatedResponse.ok(JsonObject.of("accepted", result.accepted())
                .and("routes", result.routes())
                .and("forwards", result.forwards())
                .and("list", result.list())
                .and("storage_url", result.storageUrl()));
    }

    private static IncomingMessage message(Map<String, @Nullable Object> json) {
        IncomingMessage message = IncomingMessage.of(required(json, "sender"), required(json, "recipient"))
                .subject(text(json, "subject", ""));
        if (json.get("text") != null) {
            message = message.text(required(json, "text"));
        }
        if (json.get("html") != null) {
            message = message.html(required(json, "html"));
        }
        for (Map.Entry<?, ?> header : headers(json).entrySet()) {
            List<?> values =
                    header.getValue() instanceof List<?> list ? list : List.of(String.valueOf(header.getValue()));
            for (Object value : values) {
                message = message.header(String.valueOf(header.getKey()), String.valueOf(value));
            }
        }
        for (Object file : files(json)) {
            if (!(file instanceof Map<?, ?> described)) {
                throw new Refusal(400, "attachments must be a list of objects");
            }
            message = withFile(message, described);
        }
        return message;
    }

    private static Map<?, ?> headers(Map<String, @Nullable Object> json) {
        Object headers = json.get("headers");
        if (headers != null && !(headers instanceof Map<?, ?>)) {
            throw new Refusal(400, "headers must be an object");
        }
        return headers instanceof Map<?, ?> object ? object : Map.of();
    }

    private static List<?> files(Map<String, @Nullable Object> json) {
        Object files = json.get("attachments");
        if (files != null && !(files instanceof List<?>)) {
            throw new Refusal(400, "attachments must be a list of objects");
        }
        return files instanceof List<?> list ? list : List.of();
    }

    private static IncomingMessage withFile(IncomingMessage message, Map<?, ?> file) {
        String name = required(file, "name");
        String type = text(file, "content_type", "application/octet-stream");
        byte[] content = Base64.getDecoder().decode(required(file, "content"));
        return file.get("content_id") == null
                ? message.attachment(name, type, content)
                : message.inline(required(file, "content_id"), name, type, content);
    }

    private static String required(Map<?, ?> json, String name) {
        Object value = Refusal.requireNonNull(json.get(name), 400, name + " is missing");
        return value.toString();
    }

    private static String text(Map<?, ?> json, String name, String otherwise) {
        Object value = json.get(name);
        return value == null ? otherwise : value.toString();
    }
}
