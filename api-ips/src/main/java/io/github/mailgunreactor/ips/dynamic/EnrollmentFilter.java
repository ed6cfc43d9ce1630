package io.github.mailgunreactor.ips.dynamic;

import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** Which domains to enroll in dynamic IP pools. */
public final class EnrollmentFilter extends ParamSet<EnrollmentFilter> {
    private static final EnrollmentFilter ALL = new EnrollmentFilter(Params.NONE).includeSubaccounts(false);

    private EnrollmentFilter(Params params) {
        super(params, EnrollmentFilter::new);
    }

    /** Every domain of the account itself. */
    public static EnrollmentFilter all() {
        return ALL;
    }

    /** Whether to enroll the domains of subaccounts too. Default: no. */
    public EnrollmentFilter includeSubaccounts(boolean include) {
        return with("include_subaccounts", include);
    }
}
