package io.github.mailgunreactor.ips;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** Which addresses to list in detail. */
public final class IpDetailFilter extends ParamSet<IpDetailFilter> {
    private static final IpDetailFilter ALL = new IpDetailFilter(Params.NONE);

    /** In place of an id: whatever it is, but there must be one. */
    public static final String ANY = "any";

    /** In place of an id: there must be none. */
    public static final String WITHOUT = "none";

    private IpDetailFilter(Params params) {
        super(params, IpDetailFilter::new);
    }

    /** Every address, in pages of the size that Mailgun chooses. */
    public static IpDetailFilter all() {
        return ALL;
    }

    /** How many addresses to leave out at the start. Default: 0. */
    public IpDetailFilter skip(long addresses) {
        return with("skip", Arguments.requireRange("addresses", addresses, 0, Long.MAX_VALUE));
    }

    /** How many addresses a page has, 1 or more. Mailgun does not say what it allows, nor its default. */
    public IpDetailFilter pageSize(int addresses) {
        return with("limit", Arguments.requireRange("addresses", addresses, 1, Integer.MAX_VALUE));
    }

    /** Only addresses in a dedicated IP pool: its id, {@link #ANY} or {@link #WITHOUT}. */
    public IpDetailFilter pool(String poolId) {
        return with("pool_id", Arguments.requireText("poolId", poolId));
    }

    /** Only addresses of a domain: its id (not its name), {@link #ANY} or {@link #WITHOUT}. */
    public IpDetailFilter domain(String domainId) {
        return with("domain_id", Arguments.requireText("domainId", domainId));
    }

    /** Only addresses linked to a subaccount: its id, {@link #ANY} or {@link #WITHOUT}. */
    public IpDetailFilter subaccount(String subaccountId) {
        return with("subaccount_id", Arguments.requireText("subaccountId", subaccountId));
    }

    /** Only addresses that contain this text, such as the beginning of one. */
    public IpDetailFilter ip(String part) {
        return with("ip", Arguments.requireText("part", part));
    }

    /** By which field to sort. */
    public IpDetailFilter sortBy(IpSort field) {
        return with("sort_by", field);
    }

    /** In which direction to sort. */
    public IpDetailFilter sortOrder(IpSortOrder order) {
        return with("sort_order", order);
    }
}
