package io.github.mailgunreactor.ips.dynamic;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.ips.IpSortOrder;

/** Which domains in dynamic IP pools to list, and in which order. */
public final class DynamicPoolDomainFilter extends ParamSet<DynamicPoolDomainFilter> {
    private static final DynamicPoolDomainFilter ALL = new DynamicPoolDomainFilter(Params.NONE).pageSize(100);

    private DynamicPoolDomainFilter(Params params) {
        super(params, DynamicPoolDomainFilter::new);
    }

    /** Every domain by name, in pages of 100, the most that Mailgun allows. */
    public static DynamicPoolDomainFilter all() {
        return ALL;
    }

    /** How many domains a page has, 1 to 100. Default: 100. */
    public DynamicPoolDomainFilter pageSize(int domains) {
        return with("limit", Arguments.requireRange("domains", domains, 1, 100));
    }

    /** Only domains of this account, and of others that are named so. */
    public DynamicPoolDomainFilter account(String accountId) {
        return and("account", Arguments.requireText("accountId", accountId));
    }

    /** Only domains in this pool, and in others that are named so. */
    public DynamicPoolDomainFilter pool(DynamicPool pool) {
        Arguments.requireText("pool", pool.value());
        return and("pool", pool);
    }

    /** By what to sort. Default: {@link DynamicPoolSort#NAME}. */
    public DynamicPoolDomainFilter sortBy(DynamicPoolSort field) {
        return with("sort_by", field);
    }

    /** In which direction to sort. Default: {@link IpSortOrder#ASCENDING}. */
    public DynamicPoolDomainFilter sortOrder(IpSortOrder order) {
        return with("sort_order", order);
    }
}
