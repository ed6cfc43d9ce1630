package io.github.mailgunreactor.simulator;

import io.github.mailgunreactor.simulator.internal.domains.DomainRegistry;
import io.github.mailgunreactor.simulator.internal.domains.SendingDomain;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import io.github.mailgunreactor.simulator.internal.suppressions.AllowlistOperations;
import io.github.mailgunreactor.simulator.internal.suppressions.BouncesOperations;
import io.github.mailgunreactor.simulator.internal.suppressions.Suppressions;
import io.github.mailgunreactor.simulator.internal.suppressions.UnsubscribesOperations;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** Prepares and reads the suppression lists of a sending domain of a {@link SimulatedAccount}. */
public final class SuppressionSeeds {
    private final SimulatorState state;
    private final String account;
    private final String region;
    private final String domain;

    SuppressionSeeds(SimulatorState state, String account, String region, String domain) {
        this.state = state;
        this.account = account;
        this.region = region;
        this.domain = Objects.requireNonNull(domain, "domain");
    }

    /** Adds a bounce with the code {@code 550}. */
    public void addBounce(String address) {
        addBounce(address, BouncesOperations.DEFAULT_CODE, "No such mailbox");
    }

    /** Adds a bounce. */
    public void addBounce(String address, String code, String error) {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(error, "error");
        lists(lists -> lists.bounces().put(address, new Suppressions.Bounce(address, code, error, now())));
    }

    /** Adds a bounce for each address; a million of them take about 200 MB. */
    public void addBounces(Stream<String> addresses) {
        lists(lists -> {
            String now = now();
            addresses.forEach(address -> lists.bounces()
                    .put(
                            address,
                            new Suppressions.Bounce(address, BouncesOperations.DEFAULT_CODE, "No such mailbox", now)));
            return lists;
        });
    }

    /** Adds a complaint. */
    public void addComplaint(String address) {
        Objects.requireNonNull(address, "address");
        lists(lists -> lists.complaints().put(address, new Suppressions.Complaint(address, now())));
    }

    /**
     * Adds an unsubscribe.
     *
     * @param tags what the address unsubscribed from; none for all mail of the domain
     */
    public void addUnsubscribe(String address, String... tags) {
        Objects.requireNonNull(address, "address");
        List<String> unsubscribed = tags.length == 0 ? List.of(UnsubscribesOperations.EVERYTHING) : List.of(tags);
        lists(lists -> lists.unsubscribes().put(address, new Suppressions.Unsubscribe(address, unsubscribed, now())));
    }

    /** Puts an address on the allowlist. */
    public void allowAddress(String address) {
        allow(AllowlistOperations.ADDRESS, Objects.requireNonNull(address, "address"));
    }

    /** Puts a domain of recipients on the allowlist. */
    public void allowDomain(String recipientDomain) {
        allow(AllowlistOperations.DOMAIN, Objects.requireNonNull(recipientDomain, "recipientDomain"));
    }

    private void allow(String type, String value) {
        lists(lists -> lists.allowlist().put(value, new Suppressions.Allowed(type, value, now(), "")));
    }

    /** The addresses that bounced, in order. */
    public List<String> bounces() {
        return keys(Suppressions::bounces);
    }

    /** The addresses that complained, in order. */
    public List<String> complaints() {
        return keys(Suppressions::complaints);
    }

    /** The addresses that unsubscribed, in order. */
    public List<String> unsubscribes() {
        return keys(Suppressions::unsubscribes);
    }

    /** The addresses and domains on the allowlist, in order. */
    public List<String> allowlist() {
        return keys(Suppressions::allowlist);
    }

    private List<String> keys(Function<Suppressions, NavigableMap<String, ?>> list) {
        return lists(lists -> List.copyOf(list.apply(lists).keySet()));
    }

    private <T> T lists(Function<Suppressions, T> action) {
        return state.locked(() -> {
            SendingDomain found = DomainRegistry.of(state).find(account, region, domain);
            if (found == null) {
                throw new IllegalArgumentException(
                        "domain must be one of the account in region " + region + ", but is \"" + domain + "\"");
            }
            return action.apply(Suppressions.of(found));
        });
    }

    private String now() {
        return Suppressions.date(state.now());
    }
}
