package io.github.mailgunreactor.simulator.internal.domains;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import java.util.ArrayList;
import java.util.List;

/** What sending domains go through: the records that they need, being verified, and being deleted. */
public final class DomainLife {
    private final SimulatorState state;

    public DomainLife(SimulatorState state) {
        this.state = state;
    }

    List<DnsEntry> receiving(SendingDomain domain) {
        String host = mailHost(domain);
        return List.of(DnsEntry.mx(domain.name(), "mxa." + host), DnsEntry.mx(domain.name(), "mxb." + host));
    }

    List<DnsEntry> sending(SendingDomain domain) {
        List<DnsEntry> entries = new ArrayList<>(signing(domain));
        entries.add(spf(domain));
        entries.add(tracking(domain));
        return entries;
    }

    private static DnsEntry spf(SendingDomain domain) {
        return DnsEntry.of("TXT", domain.name(), "v=spf1 include:" + mailHost(domain) + " ~all");
    }

    static DnsEntry tracking(SendingDomain domain) {
        return DnsEntry.of("CNAME", domain.trackingHost(), mailHost(domain));
    }

    private static String mailHost(SendingDomain domain) {
        return domain.region().equals("eu") ? "eu.mailgun.org" : "mailgun.org";
    }

    private List<DnsEntry> signing(SendingDomain domain) {
        if (domain.settings().automaticSenderSecurity()) {
            return KeyRotation.of(domain).records(domain);
        }
        return DkimKeyRing.of(state, domain).of(domain.authority()).stream()
                .map(DkimKey::record)
                .toList();
    }

    List<JsonObject> described(SendingDomain domain, List<DnsEntry> entries) {
        Dns dns = dns(domain);
        return entries.stream()
                .map(entry -> entry.described(dns.wasSeen(entry)))
                .toList();
    }

    private Dns dns(SendingDomain domain) {
        return Dns.of(state, domain.account());
    }

    /** Looks for all records. A domain can send with its SPF record and one of those for DKIM. */
    public void verify(SendingDomain domain) {
        Dns dns = dns(domain);
        receiving(domain).forEach(dns::look);
        sending(domain).forEach(dns::look);
        boolean signed = signing(domain).stream().anyMatch(dns::wasSeen);
        domain.setVerified(domain.type() == SendingDomain.Type.SANDBOX || (signed && dns.wasSeen(spf(domain))));
        List<DkimKey> keys = DkimKeyRing.of(state, domain).of(domain.authority());
        if (keys.stream().noneMatch(DkimKey::isActive)) {
            keys.stream().filter(key -> dns.wasSeen(key.record())).findFirst().ifPresent(key -> key.setActive(true));
        }
    }

    public void publish(SendingDomain domain) {
        dns(domain).publish(receiving(domain));
        dns(domain).publish(sending(domain));
    }

    public void withdraw(SendingDomain domain) {
        dns(domain).withdraw(receiving(domain));
        dns(domain).withdraw(sending(domain));
    }

    /** Makes a key for the domain's authority unless there is one. */
    void provideKey(SendingDomain domain, String selector, long bits, boolean always) {
        DkimKeyRing keys = DkimKeyRing.of(state, domain);
        boolean wanted = always
                ? keys.find(domain.authority(), selector) == null
                : keys.of(domain.authority()).isEmpty();
        if (wanted) {
            keys.add(domain.authority(), selector, DkimKeyRing.generated(state, bits));
        }
    }

    /** Ends the life of every domain that an account has, wherever it is. */
    public void deleteAllOf(String account) {
        DomainRegistry.of(state).of(account).forEach(this::delete);
    }

    /** Forgets the domains of an account that starts anew, and what was published in a DNS of its own. */
    public void forget(String account) {
        deleteAllOf(account);
        Dns.forget(state, account);
    }

    void delete(SendingDomain domain) {
        DomainRegistry registry = DomainRegistry.of(state);
        dns(domain).forget(receiving(domain));
        dns(domain).forget(sending(domain));
        registry.remove(domain);
        if (domain.authority().equals(domain.name())) {
            DkimKeyRing.of(state, domain).removeAllOf(domain.name());
        }
    }
}
