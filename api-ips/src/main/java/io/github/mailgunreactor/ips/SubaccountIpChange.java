package io.github.mailgunreactor.ips;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.ips.internal.IpArgument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Dedicated addresses to link to subaccounts or to unlink from them, in one go. It is for some subaccounts or for all of
 * them, never for both.
 */
public final class SubaccountIpChange extends ParamSet<SubaccountIpChange> {
    private static final String SUBACCOUNTS = "subaccount_id";
    private static final String ALL_SUBACCOUNTS = "all_subaccounts";
    private static final String LINK = "link_ip";
    private static final String UNLINK = "unlink_ip";

    private SubaccountIpChange(Params params) {
        super(params, SubaccountIpChange::new);
    }

    /**
     * A change for some subaccounts. With more than 100 Mailgun carries it out after its response, which then is
     * {@link ChangedSubaccountIps.State#QUEUED}.
     *
     * @param subaccountIds one or more
     */
    public static SubaccountIpChange of(Collection<String> subaccountIds) {
        if (subaccountIds.isEmpty()) {
            throw new IllegalArgumentException("subaccountIds must be one or more: an empty list does not mean all");
        }
        List<String> ids = new ArrayList<>(subaccountIds.size());
        subaccountIds.forEach(id -> ids.add(Arguments.requireText("subaccountIds", id)));
        return new SubaccountIpChange(Params.NONE).with(SUBACCOUNTS, ids);
    }

    /** A change for one subaccount. */
    public static SubaccountIpChange of(String subaccountId) {
        return of(List.of(subaccountId));
    }

    /** A change for every subaccount, which Mailgun carries out after its response. */
    public static SubaccountIpChange ofAllSubaccounts() {
        return new SubaccountIpChange(Params.NONE).with(ALL_SUBACCOUNTS, true);
    }

    /**
     * Links an address, besides others. It must be a dedicated one of the parent account and not be in a dynamic IP pool
     * there.
     */
    public SubaccountIpChange link(String ip) {
        return and(LINK, IpArgument.require("ip", ip));
    }

    /** Unlinks an address, besides others. It must not be in an IP pool of the subaccount or at one of its domains. */
    public SubaccountIpChange unlink(String ip) {
        return and(UNLINK, IpArgument.require("ip", ip));
    }

    /** This change if Mailgun can take it. */
    SubaccountIpChange complete() {
        if ((params().first(SUBACCOUNTS) == null) == (params().first(ALL_SUBACCOUNTS) == null)) {
            throw new IllegalArgumentException("change must name subaccounts or all of them, not both");
        }
        Set<Object> linked = values(LINK);
        Set<Object> unlinked = values(UNLINK);
        if (linked.isEmpty() && unlinked.isEmpty()) {
            throw new IllegalArgumentException("change must link or unlink at least one IP address");
        }
        linked.retainAll(unlinked);
        if (!linked.isEmpty()) {
            throw new IllegalArgumentException("change must not link and unlink the same IP address");
        }
        return this;
    }

    private Set<Object> values(String wanted) {
        Set<Object> values = new HashSet<>();
        params().forEach((name, value) -> {
            if (name.equals(wanted)) {
                values.addAll(value instanceof List<?> list ? list : List.of(value));
            }
        });
        return values;
    }
}
