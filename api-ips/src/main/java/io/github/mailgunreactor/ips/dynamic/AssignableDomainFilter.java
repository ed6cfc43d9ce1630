package io.github.mailgunreactor.ips.dynamic;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** Which of the domains outside the dynamic IP pools to list. */
public final class AssignableDomainFilter extends ParamSet<AssignableDomainFilter> {
    private static final AssignableDomainFilter ALL = new AssignableDomainFilter(Params.NONE);

    private AssignableDomainFilter(Params params) {
        super(params, AssignableDomainFilter::new);
    }

    /** Every domain of the account. */
    public static AssignableDomainFilter all() {
        return ALL;
    }

    /** Domains of this subaccount instead. */
    public AssignableDomainFilter subaccount(String subaccountId) {
        return with("subaccount_id", Arguments.requireText("subaccountId", subaccountId));
    }

    /** Only domains whose name matches a regular expression, in Mailgun's dialect. */
    public AssignableDomainFilter domain(String regex) {
        return with("domain", Arguments.requireText("regex", regex));
    }
}
