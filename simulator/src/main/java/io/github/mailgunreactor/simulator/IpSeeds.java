package io.github.mailgunreactor.simulator;

import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.ips.IpsView;
import io.github.mailgunreactor.simulator.internal.ips.IpsView.DomainView;
import io.github.mailgunreactor.simulator.internal.ips.OwnedIp;
import io.github.mailgunreactor.simulator.internal.ips.Reputation;
import io.github.mailgunreactor.simulator.internal.state.Account;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Prepares the IP addresses of a {@link SimulatedAccount} in one region. An account starts with one shared address,
 * {@code 192.0.2.1}, and may request 100 dedicated ones.
 */
public final class IpSeeds {
    private final SimulatorState state;
    private final String account;
    private final String region;

    IpSeeds(SimulatorState state, String account, String region) {
        this.state = state;
        this.account = account;
        this.region = region;
    }

    /** Adds dedicated addresses that need no warm-up. */
    public void addDedicated(String... ips) {
        for (String ip : ips) {
            add(ip, true);
        }
    }

    /** Adds an address that the account shares with others. */
    public void addShared(String ip) {
        add(ip, false);
    }

    private void add(String ip, boolean dedicated) {
        if (!IpsView.isAddress(Objects.requireNonNull(ip, "ip"))) {
            throw new IllegalArgumentException("ip must be an IP address, but is \"" + ip + "\"");
        }
        change(view -> view.ips().add(new OwnedIp(ip, dedicated, state.now())));
    }

    /** Takes the shared addresses from the account, which is no longer eligible for any. */
    public void removeShared() {
        change(view -> view.ips().ips().values().removeIf(ip -> !ip.dedicated()));
    }

    /** Disables an address, which the account must have. */
    public void disable(String ip) {
        change(view -> view.ip(ip).disable());
    }

    /**
     * Bounds how many more dedicated addresses the account may request.
     *
     * @param count 0 or more
     */
    public void allow(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("count must be 0 or more, but is " + count);
        }
        change(view -> view.ips().requestable(count));
    }

    /**
     * Gives a domain a reputation and runs a health check on it, which moves it to another dynamic IP pool where it is
     * enrolled: with fewer than 1000 messages it is new, from 5 % bounces or 0.1 % complaints on it is poor.
     *
     * @param domain a domain of the account
     * @param bounceRate the share of messages that bounced, 0 to 1
     * @param complaintRate the share of messages that were complained about, 0 to 1
     * @param messages how many there were, 0 or more
     */
    public void reputation(String domain, double bounceRate, double complaintRate, long messages) {
        Reputation reputation =
                new Reputation(rate("bounceRate", bounceRate), rate("complaintRate", complaintRate), messages);
        change(view -> {
            DomainView found = view.domain(domain);
            found.addresses().reputation(reputation);
            view.healthCheck(found);
        });
    }

    private static BigDecimal rate(String parameter, double rate) {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException(parameter + " must be from 0 to 1, but is " + rate);
        }
        return BigDecimal.valueOf(rate);
    }

    private void change(Consumer<IpsView> change) {
        state.locked(() -> {
            Account found = Objects.requireNonNull(state.account(account), () -> "account " + account);
            try {
                change.accept(new IpsView(state, found, region));
            } catch (Refusal refusal) {
                throw new IllegalArgumentException("the account does not have it", refusal);
            }
        });
    }
}
