package io.github.mailgunreactor.simulator.internal.domains;

/** A DKIM key: its public half, as its DNS record has it. */
final class DkimKey {
    private final String signingDomain;
    private final String publicKey;
    private String selector;
    private boolean active;

    DkimKey(String signingDomain, String selector, String publicKey) {
        this.signingDomain = signingDomain;
        this.selector = selector;
        this.publicKey = publicKey;
    }

    String signingDomain() {
        return signingDomain;
    }

    String selector() {
        return selector;
    }

    void setSelector(String selector) {
        this.selector = selector;
    }

    boolean isActive() {
        return active;
    }

    void setActive(boolean active) {
        this.active = active;
    }

    DnsEntry record() {
        return DnsEntry.of("TXT", selector + "._domainkey." + signingDomain, "k=rsa; p=" + publicKey)
                .active(active);
    }
}
