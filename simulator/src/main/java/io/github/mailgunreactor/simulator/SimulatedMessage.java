package io.github.mailgunreactor.simulator;

import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import io.github.mailgunreactor.simulator.internal.traffic.MessageEvent;
import io.github.mailgunreactor.simulator.internal.traffic.MessageFacts;
import io.github.mailgunreactor.simulator.internal.traffic.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A message to one recipient, and what happens to it. Methods named after events record one at once, which shows in
 * events, logs, metrics and statistics; those named after properties come before. Events take the simulator's time until
 * {@link #at} says otherwise. Not for several threads at once.
 */
public final class SimulatedMessage {
    private final SimulatorState state;
    private final Supplier<Traffic> traffic;
    private MessageFacts facts;
    private @Nullable Instant time;
    private int attempts;

    SimulatedMessage(SimulatorState state, Supplier<Traffic> traffic, MessageFacts facts) {
        this.state = state;
        this.traffic = traffic;
        this.facts = facts;
    }

    /** Its id, without angle brackets. */
    public String id() {
        return facts.messageId();
    }

    /** The header From. Default: {@code sender@} and the domain. */
    public SimulatedMessage from(String from) {
        facts = facts.with().from(Objects.requireNonNull(from, "from")).build();
        return this;
    }

    public SimulatedMessage subject(String subject) {
        facts = facts.with().subject(Objects.requireNonNull(subject, "subject")).build();
        return this;
    }

    public SimulatedMessage tags(String... tags) {
        facts = facts.with().tags(List.of(tags)).build();
        return this;
    }

    /** User variables, by name. */
    public SimulatedMessage variables(Map<String, Object> variables) {
        facts = facts.with().variables(variables).build();
        return this;
    }

    /** The IP address that sends it, and its pool. */
    public SimulatedMessage ip(String address, String pool) {
        facts = facts.with()
                .ip(Objects.requireNonNull(address, "address"), Objects.requireNonNull(pool, "pool"))
                .build();
        return this;
    }

    /**
     * Its size.
     *
     * @param bytes 0 or more; 1024 by default
     */
    public SimulatedMessage size(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes must be 0 or more, but is " + bytes);
        }
        facts = facts.with().size(bytes).build();
        return this;
    }

    /** Makes it an incoming message, which a route passes on to a URL. */
    public SimulatedMessage incoming() {
        facts = facts.with().incoming(true).transport("http").build();
        return this;
    }

    /** When events happen from here on; earlier than others is how a late event is made. */
    public SimulatedMessage at(Instant time) {
        this.time = Objects.requireNonNull(time, "time");
        return this;
    }

    /** Lets events from here on happen later than those before. */
    public SimulatedMessage after(Duration duration) {
        return at(now().plus(duration));
    }

    public SimulatedMessage accepted() {
        return record("accepted", MessageEvent.Delivery.NONE, MessageEvent.Visit.NONE);
    }

    /** Mailgun refuses to send it. */
    public SimulatedMessage rejected(String reason) {
        return record(
                "rejected",
                new MessageEvent.Delivery(0, 0, "", "", null, Objects.requireNonNull(reason, "reason"), null),
                MessageEvent.Visit.NONE);
    }

    /** An incoming message is stored. */
    public SimulatedMessage stored() {
        return record("stored", MessageEvent.Delivery.NONE, MessageEvent.Visit.NONE);
    }

    public SimulatedMessage delivered() {
        return record(
                "delivered",
                new MessageEvent.Delivery(++attempts, 250, "OK", "", null, null, null),
                MessageEvent.Visit.NONE);
    }

    /** A failure after which it will be tried again. */
    public SimulatedMessage delayed(int code, String text) {
        return failed("temporary", "generic", code, text, null);
    }

    /** Refused for the time being because of policy or reputation. */
    public SimulatedMessage blocked(int code, String text) {
        return failed("temporary", "espblock", code, text, null);
    }

    /** The address does not exist. */
    public SimulatedMessage hardBounced(int code, String text) {
        return failed("permanent", "bounce", code, text, "hard");
    }

    /** The message is dropped for a reason that may pass. */
    public SimulatedMessage softBounced(int code, String text) {
        return failed("permanent", "generic", code, text, "soft");
    }

    /** Tried for as long as Mailgun does. */
    public SimulatedMessage givenUp() {
        return failed("permanent", "old", 602, "Too old", "soft");
    }

    /**
     * Not tried, because of an entry of a suppression list.
     *
     * @param list {@code bounce}, {@code unsubscribe} or {@code complaint}
     */
    public SimulatedMessage suppressed(String list) {
        return record("failed", MessageEvent.Delivery.suppressed(list), MessageEvent.Visit.NONE);
    }

    /** Opened in Austin, on a desktop computer. */
    public SimulatedMessage opened() {
        return opened("US", "desktop");
    }

    /**
     * Opened.
     *
     * @param country such as {@code US}
     * @param device {@code desktop}, {@code mobile}, {@code tablet} or {@code unknown}
     */
    public SimulatedMessage opened(String country, String device) {
        return visited("opened", null, country, device);
    }

    /** A link clicked in Austin, on a desktop computer. */
    public SimulatedMessage clicked(String url) {
        return clicked(url, "US", "desktop");
    }

    /**
     * A link clicked.
     *
     * @param country such as {@code US}
     * @param device {@code desktop}, {@code mobile}, {@code tablet} or {@code unknown}
     */
    public SimulatedMessage clicked(String url, String country, String device) {
        return visited("clicked", Objects.requireNonNull(url, "url"), country, device);
    }

    public SimulatedMessage unsubscribed() {
        return visited("unsubscribed", null, "US", "desktop");
    }

    public SimulatedMessage complained() {
        return record("complained", MessageEvent.Delivery.NONE, MessageEvent.Visit.NONE);
    }

    private SimulatedMessage failed(
            String severity, String reason, int code, String text, @Nullable String bounceType) {
        if (code < 400 || code > 699) {
            throw new IllegalArgumentException("code must be from 400 to 699, but is " + code);
        }
        Objects.requireNonNull(text, "text");
        return record(
                "failed",
                new MessageEvent.Delivery(++attempts, code, text, "", severity, reason, bounceType),
                MessageEvent.Visit.NONE);
    }

    private SimulatedMessage visited(String type, @Nullable String url, String country, String device) {
        if (!MessageFacts.DEVICES.contains(device)) {
            throw new IllegalArgumentException("device must be one of " + MessageFacts.DEVICES);
        }
        Objects.requireNonNull(country, "country");
        return record(type, MessageEvent.Delivery.NONE, new MessageEvent.Visit(url, country, device, null));
    }

    private SimulatedMessage record(String type, MessageEvent.Delivery delivery, MessageEvent.Visit visit) {
        Instant happened = now();
        MessageFacts known = facts;
        state.locked(() -> {
            Traffic all = traffic.get();
            boolean unique = visit.device() != null && all.isUnique(type, known, happened);
            all.add(new MessageEvent(state.randomHex(22), happened, type, known, delivery, visit, unique));
        });
        return this;
    }

    private Instant now() {
        return time == null ? state.now() : time;
    }
}
