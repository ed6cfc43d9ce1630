package io.github.mailgunreactor.simulator;

import java.time.Instant;

/** A sending domain, and what areas remember of it, which is gone when it is deleted. */
final class SendingDomain {
    private final String account;
    private final String region;
    private final String name;
    private final Instant createdAt;
    private final Store store = new Store();

    SendingDomain(String account, String region, String name, Instant createdAt) {
        this.account = account;
        this.region = region;
        this.name = DomainRegistry.normalized(name);
        this.createdAt = createdAt;
    }

    boolean isIn(String otherAccount, String otherRegion) {
        return account.equals(otherAccount) && region.equals(otherRegion);
    }

    String name() {
        return name;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** What areas remember of this domain, such as its bounces. */
    Store store() {
        return store;
    }
}
