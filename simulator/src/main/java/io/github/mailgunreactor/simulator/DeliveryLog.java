package io.github.mailgunreactor.simulator;

import io.github.mailgunreactor.simulator.internal.deliveries.Deliveries;
import io.github.mailgunreactor.simulator.internal.deliveries.Posting;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a simulator posted to the URLs of applications, oldest first, for tests to assert on:
 *
 * <pre>{@code
 * RecordedDelivery told = simulator.deliveries().only("delivered");
 * assertThat(told.statuses()).containsExactly(503, 200);
 * }</pre>
 *
 * <p>Posting begins within a second, and goes on until the application answers exactly 200 (an alert: any success) or 406, or the
 * {@linkplain SimulatorBuilder#retryDeliveriesAfter schedule} ends, of which {@linkplain SimulatorBuilder#retryRoutesAfter routes} have their own. Every attempt has the same body, timestamp, token and signature. At
 * most 32 are under way to one host and port; one that is slow or gone keeps no other waiting. The log is bounded, see
 * {@link SimulatorBuilder#keepDeliveries}; the oldest that are settled go first.
 */
public final class DeliveryLog {
    private final SimulatorState state;
    private final Deliveries deliveries;
    private final @Nullable String account;

    /** What was posted for an account, or for all. */
    DeliveryLog(SimulatorState state, Deliveries deliveries, @Nullable String account) {
        this.state = state;
        this.deliveries = deliveries;
        this.account = account;
    }

    DeliveryLog ofAccount(String id) {
        return new DeliveryLog(state, deliveries, id);
    }

    /** All that are kept, as they stand now. */
    public List<RecordedDelivery> all() {
        return state.locked(() -> deliveries.all().stream()
                .map(RecordedDelivery::new)
                .filter(delivery -> account == null || account.equals(delivery.account()))
                .toList());
    }

    /**
     * Those that tell of one thing.
     *
     * @param type such as {@code delivered}, {@code permanent_fail}, {@code ip_listed}
     */
    public List<RecordedDelivery> of(String type) {
        Objects.requireNonNull(type, "type");
        return all().stream().filter(delivery -> delivery.type().equals(type)).toList();
    }

    /** Those to one URL. */
    public List<RecordedDelivery> to(String url) {
        Objects.requireNonNull(url, "url");
        return all().stream().filter(delivery -> delivery.url().equals(url)).toList();
    }

    /**
     * The one that tells of something.
     *
     * @param type as of {@link #of}
     * @throws AssertionError if there was none or more than one; it shows what is there
     */
    public RecordedDelivery only(String type) {
        List<RecordedDelivery> found = of(type);
        if (found.size() != 1) {
            throw new AssertionError(
                    "expected one delivery of " + type + ", but there were " + found.size() + ". " + this);
        }
        return found.get(0);
    }

    /**
     * Posts one that is settled again, with the same body and signature as before: what Mailgun's own button does, and somebody who
     * listened. One that is pending just goes on.
     *
     * @throws IllegalArgumentException if the log has no such delivery
     */
    public RecordedDelivery redeliver(long id) {
        return state.locked(() -> {
            Posting posting = deliveries.redeliver(id);
            if (posting == null) {
                throw new IllegalArgumentException("id must be that of a delivery that is kept, but is " + id);
            }
            return new RecordedDelivery(posting);
        });
    }

    /** How many are under way, or will be tried again. */
    public int pending() {
        return account == null
                ? state.locked(deliveries::pending)
                : (int) all().stream()
                        .filter(delivery -> delivery.state() == RecordedDelivery.State.PENDING)
                        .count();
    }

    /** How many there have been since the start or the last {@link #clear}, kept or not; for a single account, those that are kept. */
    public long count() {
        return account == null ? state.locked(deliveries::count) : all().size();
    }

    /** How many, of all accounts, were never posted, as more than 200,000 or 128 MB would have been pending. */
    public long dropped() {
        return state.locked(deliveries::dropped);
    }

    /** Forgets all; what is pending is not tried again. */
    public void clear() {
        state.locked(() -> {
            if (account == null) {
                deliveries.clear();
            } else {
                deliveries.clear(account);
            }
        });
    }

    /** What is kept, a line each. */
    @Override
    public String toString() {
        List<RecordedDelivery> all = all();
        return "Deliveries, " + all.size()
                + all.stream().map(delivery -> "\n  " + delivery).collect(Collectors.joining());
    }
}
