package io.github.mailgunreactor.simulator;

import io.github.mailgunreactor.core.Json;
import io.github.mailgunreactor.simulator.internal.deliveries.Posting;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something that a simulator posted to the URL of an application, as it stood when it was asked for. */
public final class RecordedDelivery {

    /** How a delivery stands. */
    public enum State {
        /** It is under way, or will be tried again. */
        PENDING,
        /** The application took it: with 200, or any success where it is an alert. */
        DONE,
        /** The application answered 406, so it never comes again. */
        REFUSED,
        /** The last attempt of the schedule has failed. */
        GIVEN_UP
    }

    /**
     * One time that it was posted.
     *
     * @param at when, by the clock of the simulator
     * @param status what the application answered, or {@code null}
     * @param failure why there was no answer, or {@code null}
     */
    public record Attempt(
            Instant at, @Nullable Integer status, @Nullable String failure) {}

    private final Posting posting;
    private final State state;
    private final List<Attempt> attempts;
    private final @Nullable Instant nextAttempt;

    RecordedDelivery(Posting posting) {
        this.posting = posting;
        this.state = State.valueOf(posting.state().name());
        this.nextAttempt = posting.due();
        this.attempts = posting.attempts().stream()
                .map(attempt -> new Attempt(attempt.at(), attempt.status(), attempt.failure()))
                .toList();
    }

    /** Counts up from 1. */
    public long id() {
        return posting.id();
    }

    /** What asked for it: {@code webhook}, {@code route} or {@code alert}. */
    public String kind() {
        return posting.notification().kind().text();
    }

    /** What it tells: a webhook's type such as {@code delivered}, an alert's such as {@code ip_listed}. */
    public String type() {
        return posting.notification().type();
    }

    /** Where it was posted. */
    public String url() {
        return posting.notification().url();
    }

    /** The account or subaccount whose it is. */
    public String account() {
        return posting.notification().account().id();
    }

    /** The region where it happened. */
    public String region() {
        return posting.notification().region();
    }

    /** The header {@code Content-Type}. */
    public String contentType() {
        return posting.body().contentType();
    }

    /** The body as text, the same in every attempt. */
    public String text() {
        return new String(posting.body().bytes(), StandardCharsets.UTF_8);
    }

    /**
     * The body as JSON.
     *
     * @throws IllegalArgumentException if it is a form
     */
    public Object json() {
        return Objects.requireNonNull(Json.readAny(posting.body().bytes()));
    }

    /** How it stands. */
    public State state() {
        return state;
    }

    /** The attempts that have ended, in their order. */
    public List<Attempt> attempts() {
        return attempts;
    }

    /** What the application answered, attempt by attempt; 0 where it did not. */
    public List<Integer> statuses() {
        return attempts.stream()
                .map(attempt -> Objects.requireNonNullElse(attempt.status(), 0))
                .toList();
    }

    /** When the attempt is due that is next or under way, or {@code null} where there will be none. */
    public @Nullable Instant nextAttempt() {
        return nextAttempt;
    }

    /** Number, type, URL, statuses and state. */
    @Override
    public String toString() {
        return id() + " " + type() + " to " + url() + " -> " + statuses() + " " + state;
    }
}
