package io.github.mailgunreactor.simulator.internal.traffic;

import java.util.List;

/** A rule by which bounces and delays are classified. */
public record BounceRule(String id, String category, boolean critical, String sample, String explanation) {
    public static final List<BounceRule> ALL = List.of(
            new BounceRule("a1f0", "BOUNCE", false, "550 no such user", "The mailbox does not exist"),
            new BounceRule("b2e1", "ESPBLOCK", true, "421 try again later", "The provider objects to your reputation"),
            new BounceRule("c3d2", "TOO_OLD", true, "Too old", "Every retry failed"),
            new BounceRule("d4c3", "GENERIC", false, "451 temporarily deferred", "Refused for a reason of its own"));

    public static BounceRule of(MessageEvent event) {
        String reason = String.valueOf(event.delivery().reason());
        return switch (reason) {
            case "bounce" -> ALL.get(0);
            case "espblock" -> ALL.get(1);
            case "old" -> ALL.get(2);
            default -> ALL.get(3);
        };
    }

    /** Whether the event is classified: a failure that is no suppression. */
    public static boolean applies(MessageEvent event) {
        return event.hasType("failed") && !event.suppressed();
    }
}
