package io.github.mailgunreactor.ips;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.ips.internal.IpArgument;

/** What to change of a dedicated IP pool. */
public final class IpPoolChange extends ParamSet<IpPoolChange> {
    private static final IpPoolChange NONE = new IpPoolChange(Params.NONE);

    private IpPoolChange(Params params) {
        super(params, IpPoolChange::new);
    }

    /** Nothing, until methods say what changes. */
    public static IpPoolChange none() {
        return NONE;
    }

    /** Another short name. */
    public IpPoolChange name(String name) {
        return with("name", Arguments.requireText("name", name));
    }

    /** Another description. */
    public IpPoolChange description(String description) {
        return with("description", Arguments.requireText("description", description));
    }

    /** Puts an address into the pool, besides others: a dedicated one of the account. */
    public IpPoolChange addIp(String ip) {
        return and("add_ip", IpArgument.require("ip", ip));
    }

    /** Takes an address out of the pool, besides others. */
    public IpPoolChange removeIp(String ip) {
        return and("remove_ip", IpArgument.require("ip", ip));
    }

    /** Lets a domain, besides others, send from the pool. */
    public IpPoolChange linkDomain(String domainId) {
        return and("link_domain", Arguments.requireText("domainId", domainId));
    }

    /** Lets a domain, besides others, no longer send from the pool. */
    public IpPoolChange unlinkDomain(String domainId) {
        return and("unlink_domain", Arguments.requireText("domainId", domainId));
    }

    /** This change if Mailgun can take it. */
    IpPoolChange complete() {
        if (params().isEmpty()) {
            throw new IllegalArgumentException("change must change something");
        }
        return this;
    }
}
