package io.github.mailgunreactor.simulator.internal.deliveries;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A notification on its way: what was posted, how often, with what success. Touched under the lock of the state only. */
public final class Posting {

    /** How it stands. */
    public enum State {
        PENDING,
        DONE,
        REFUSED,
        GIVEN_UP
    }

    /** One time that it was posted: what was answered, or why nothing was. */
    public record Attempt(
            Instant at, @Nullable Integer status, @Nullable String failure) {}

    private final long id;
    private final Notification notification;
    private final EncodedBody body;
    private final List<Attempt> attempts = new ArrayList<>();
    private State state = State.PENDING;
    private int retries;
    private @Nullable Instant due;

    Posting(long id, Notification notification, EncodedBody body, Instant due) {
        this.id = id;
        this.notification = notification;
        this.body = body;
        this.due = due;
    }

    public long id() {
        return id;
    }

    public Notification notification() {
        return notification;
    }

    public EncodedBody body() {
        return body;
    }

    public List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    public State state() {
        return state;
    }

    /** When the attempt is due that is next or under way; {@code null} where there will be none. */
    public @Nullable Instant due() {
        return due;
    }

    long weight() {
        return 512L + body.bytes().length + notification.url().length();
    }

    void attempted(Attempt attempt) {
        attempts.add(attempt);
    }

    void settle(State outcome) {
        state = outcome;
        due = null;
    }

    /** When to post it again, counted from when it was due before; {@code null} where the schedule has ended. */
    @Nullable
    Instant nextDue(List<Duration> schedule) {
        due = due == null || retries >= schedule.size() ? null : due.plus(schedule.get(retries++));
        return due;
    }

    void startAgain(Instant now) {
        state = State.PENDING;
        retries = 0;
        due = now;
    }
}
