package io.github.mailgunreactor.simulator.internal.domains;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.WireDates;
import io.github.mailgunreactor.simulator.internal.state.Store;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A sending domain, its settings, and what operations remember of it, which is gone when it is deleted. */
public final class SendingDomain {

    /** Whose a domain is. */
    public enum Type {
        CUSTOM,
        SANDBOX
    }

    private final String account;
    private final String region;
    private final String id;
    private final String name;
    private final Type type;
    private final Instant createdAt;
    private final DomainSettings settings = new DomainSettings();
    private final Store store = new Store();
    private String authority;
    private boolean verified;
    private @Nullable String disabledReason;

    SendingDomain(String account, String region, String id, String name, Type type, Instant createdAt) {
        this.account = account;
        this.region = region;
        this.id = id;
        this.name = DomainRegistry.normalized(name);
        this.type = type;
        this.createdAt = createdAt;
        this.authority = this.name;
        this.verified = type == Type.SANDBOX;
    }

    boolean isIn(String otherAccount, String otherRegion) {
        return account.equals(otherAccount) && region.equals(otherRegion);
    }

    public String account() {
        return account;
    }

    public String region() {
        return region;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Type type() {
        return type;
    }

    DomainSettings settings() {
        return settings;
    }

    /** What operations remember of this domain, such as its bounces. */
    public Store store() {
        return store;
    }

    /** The domain with whose keys this one signs. */
    String authority() {
        return authority;
    }

    void signWithKeysOf(String other) {
        this.authority = other;
    }

    public boolean isVerified() {
        return verified;
    }

    void setVerified(boolean verified) {
        this.verified = verified;
    }

    public boolean isDisabled() {
        return disabledReason != null;
    }

    public void disable(String reason) {
        this.disabledReason = reason;
    }

    String state() {
        return isDisabled() ? "disabled" : verified ? "active" : "unverified";
    }

    /** The host of links for tracking. */
    String trackingHost() {
        return settings.webPrefix() + '.' + name;
    }

    /** The fields of the response; those of a subaccount's domain say so. */
    JsonObject described(@Nullable String parent) {
        JsonObject fields = JsonObject.of("created_at", WireDates.gmt(createdAt))
                .and("id", id)
                .and("is_disabled", isDisabled())
                .and("name", name)
                .andIfPresent("subaccount_id", parent == null ? null : account)
                .and("smtp_login", "postmaster@" + name)
                .and("state", state())
                .and("type", type == Type.SANDBOX ? "sandbox" : "custom");
        if (disabledReason != null) {
            fields.put(
                    "disabled",
                    JsonObject.of("code", "disabled")
                            .and("note", "")
                            .and("permanently", true)
                            .and("reason", disabledReason));
        }
        return fields.andAll(settings.described());
    }
}
