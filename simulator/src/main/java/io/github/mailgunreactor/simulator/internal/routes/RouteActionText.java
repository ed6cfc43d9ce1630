package io.github.mailgunreactor.simulator.internal.routes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An action of a route. */
sealed interface RouteActionText {

    /** Sends mail on to addresses and URLs. */
    record Forward(List<String> destinations) implements RouteActionText {}

    /** Keeps mail, and tells a URL. */
    record Store(@Nullable String notifyUrl) implements RouteActionText {}

    /** Ends the routes. */
    record Stop() implements RouteActionText {}

    /** The action of a text, or {@code null} if it is none. */
    static @Nullable RouteActionText read(String action) {
        List<CallReader.Call> calls = CallReader.read(action);
        if (calls == null || calls.size() != 1) {
            return null;
        }
        CallReader.Call call = calls.get(0);
        return switch (call.name()) {
            case "forward" -> forward(call);
            case "store" -> store(call);
            case "stop" -> call.arguments().isEmpty() ? new Stop() : null;
            default -> null;
        };
    }

    private static @Nullable RouteActionText forward(CallReader.Call call) {
        List<String> texts = call.texts(1);
        if (texts == null || texts.get(0).isBlank()) {
            return null;
        }
        List<String> destinations = new ArrayList<>();
        for (String destination : texts.get(0).split(",", -1)) {
            destinations.add(destination.strip());
        }
        return new Forward(destinations);
    }

    private static @Nullable RouteActionText store(CallReader.Call call) {
        if (call.arguments().isEmpty()) {
            return new Store(null);
        }
        var argument = call.arguments().get(0);
        boolean notifies = call.arguments().size() == 1
                && (argument.getKey().isEmpty() || argument.getKey().equals("notify"));
        return notifies ? new Store(argument.getValue()) : null;
    }
}
