package io.github.mailgunreactor.simulator.internal.deliveries;

import io.github.mailgunreactor.simulator.internal.state.Changes;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.netty.resources.LoopResources;

/**
 * Everything that is posted to applications, and what came of it. Hand a {@link Notification} to {@link #post}: it is signed,
 * sent within a second, repeated by the schedule, and kept here to be asked for. Touched under the lock of the state only.
 */
public final class Deliveries {
    private static final long MAX_BYTES = 32L << 20;
    private static final int MAX_PENDING = 200_000;

    /**
     * How deliveries go.
     *
     * @param schedule the waits before the second attempt at a webhook or an alert, the third and so on
     * @param routeSchedule the same for what routes post
     * @param timeout how long a receiver may take to answer
     * @param kept how many are remembered after they are settled
     */
    public record Settings(List<Duration> schedule, List<Duration> routeSchedule, Duration timeout, int kept) {

        List<Duration> scheduleOf(Notification.Kind kind) {
            return kind == Notification.Kind.ROUTE ? routeSchedule : schedule;
        }
    }

    private final SimulatorState state;
    private final Settings settings;
    private final Courier courier;
    private final UnaryOperator<String> baseUrlOfRegion;
    private final Map<Long, Posting> pending = new LinkedHashMap<>();
    private final ArrayDeque<Posting> settled = new ArrayDeque<>();
    private long settledBytes;
    private long pendingBytes;
    private long count;
    private long dropped;

    public Deliveries(
            SimulatorState state, Settings settings, LoopResources loops, UnaryOperator<String> baseUrlOfRegion) {
        this.state = state;
        this.settings = settings;
        this.courier = new Courier(loops, settings.timeout());
        this.baseUrlOfRegion = baseUrlOfRegion;
    }

    /** Those of a simulator, which puts them there when it starts. */
    public static Deliveries of(SimulatorState state) {
        return state.machinery().get(Deliveries.class, () -> {
            throw new IllegalStateException("a simulator that is starting delivers nothing yet");
        });
    }

    /** Where the simulator itself is reached, for URLs in what is posted. */
    public String baseUrl(String region) {
        return baseUrlOfRegion.apply(region);
    }

    /** Signs and posts, at once and again until it is taken. */
    public Posting post(Notification notification) {
        EncodedBody body = notification.body().encode(NotificationSignature.of(state, notification.account()));
        Posting posting = new Posting(++count, notification, body, state.now());
        if (pending.size() >= MAX_PENDING || pendingBytes + posting.weight() > 4 * MAX_BYTES) {
            dropped++;
            changed();
            return posting;
        }
        start(posting);
        return posting;
    }

    private void start(Posting posting) {
        pending.put(posting.id(), posting);
        pendingBytes += posting.weight();
        changed();
        attempt(posting);
    }

    private void changed() {
        state.changes().tell(Changes.Topic.DELIVERIES);
    }

    private void attempt(Posting posting) {
        courier.post(
                posting,
                outcome -> state.locked(() -> {
                    courier.finished(posting);
                    attempted(posting, outcome);
                }));
    }

    private void attempted(Posting posting, Courier.Outcome outcome) {
        if (pending.get(posting.id()) != posting) {
            return;
        }
        posting.attempted(new Posting.Attempt(state.now(), outcome.status(), outcome.failure()));
        Integer status = outcome.status();
        if (status != null && posting.notification().kind().isDone(status)) {
            settle(posting, Posting.State.DONE);
        } else if (status != null && status == 406) {
            settle(posting, Posting.State.REFUSED);
        } else {
            scheduleNext(posting);
        }
        changed();
    }

    private void scheduleNext(Posting posting) {
        Instant due = posting.nextDue(settings.scheduleOf(posting.notification().kind()));
        if (due == null) {
            settle(posting, Posting.State.GIVEN_UP);
            posting.notification().whenGivenUp().run();
            return;
        }
        state.schedule(due, () -> {
            if (pending.get(posting.id()) == posting && due.equals(posting.due())) {
                attempt(posting);
            }
        });
    }

    private void settle(Posting posting, Posting.State outcome) {
        pending.remove(posting.id());
        pendingBytes -= posting.weight();
        posting.settle(outcome);
        settled.addLast(posting);
        settledBytes += posting.weight();
        while (!settled.isEmpty() && (settled.size() > settings.kept() || settledBytes > MAX_BYTES)) {
            settledBytes -= settled.removeFirst().weight();
        }
    }

    /** Posts what is settled once more, with the same signature; {@code null} if it is not known. One that is pending goes on. */
    public @Nullable Posting redeliver(long id) {
        Posting posting = find(id);
        if (posting != null && settled.remove(posting)) {
            settledBytes -= posting.weight();
            posting.startAgain(state.now());
            start(posting);
        }
        return posting;
    }

    public @Nullable Posting find(long id) {
        Posting waiting = pending.get(id);
        return waiting != null
                ? waiting
                : settled.stream()
                        .filter(posting -> posting.id() == id)
                        .findFirst()
                        .orElse(null);
    }

    /** All that are remembered, in the order in which they were posted first. */
    public List<Posting> all() {
        List<Posting> all = new ArrayList<>(settled);
        all.addAll(pending.values());
        all.sort(Comparator.comparingLong(Posting::id));
        return all;
    }

    /** How many there were, remembered or not. */
    public long count() {
        return count;
    }

    /** How many were not posted at all, because too many others waited. */
    public long dropped() {
        return dropped;
    }

    /** How many are under way or will be tried again. */
    public int pending() {
        return pending.size();
    }

    /** Forgets what was posted for an account; what is pending is not tried again. */
    public void clear(String account) {
        pending.values().removeIf(posting -> {
            boolean gone = isFor(account, posting);
            pendingBytes -= gone ? posting.weight() : 0;
            return gone;
        });
        settled.removeIf(posting -> {
            boolean gone = isFor(account, posting);
            settledBytes -= gone ? posting.weight() : 0;
            return gone;
        });
        changed();
    }

    private static boolean isFor(String account, Posting posting) {
        return posting.notification().account().id().equals(account);
    }

    /** Forgets all; what is pending is not tried again. */
    public void clear() {
        pending.clear();
        settled.clear();
        courier.forgetWaiting();
        settledBytes = 0;
        pendingBytes = 0;
        count = 0;
        dropped = 0;
        changed();
    }

    /** Loads what posts: that reads files, which an event loop must not. */
    public void prepare() {
        courier.client();
    }

    public void close() {
        courier.close();
    }
}
