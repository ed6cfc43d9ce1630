package io.github.mailgunreactor.simulator.internal.domains;

import java.util.List;

/** The DKIM keys that Mailgun keeps for a domain with automatic sender security: two aliases, one of which signs. */
final class KeyRotation {
    private static final List<String> SELECTORS = List.of("pdk1", "pdk2");

    private boolean enabled;
    private int hours = 120 * 24;
    private int active;

    static KeyRotation of(SendingDomain domain) {
        return domain.store().get(KeyRotation.class, KeyRotation::new);
    }

    boolean isEnabled() {
        return enabled;
    }

    void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    int hours() {
        return hours;
    }

    void setHours(int hours) {
        this.hours = hours;
    }

    String activeSelector() {
        return SELECTORS.get(active);
    }

    void rotate() {
        active = 1 - active;
    }

    List<DnsEntry> records(SendingDomain domain) {
        return SELECTORS.stream()
                .map(selector -> DnsEntry.of(
                                "CNAME",
                                selector + "._domainkey." + domain.name(),
                                selector + "._domainkey." + sid(domain) + ".service.mailgun.com")
                        .active(selector.equals(activeSelector())))
                .toList();
    }

    /** What identifies the domain in the values of its records. */
    static String sid(SendingDomain domain) {
        return domain.id().substring(0, 7);
    }
}
