package io.github.mailgunreactor.domains;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import org.jspecify.annotations.Nullable;

/** Which DKIM keys to list. */
public final class DomainKeyFilter extends ParamSet<DomainKeyFilter> {
    private static final int LARGEST_PAGE = 100;
    private static final String SIGNING_DOMAIN = "signing_domain";

    private static final DomainKeyFilter ALL = new DomainKeyFilter(Params.NONE).pageSize(LARGEST_PAGE);

    private DomainKeyFilter(Params params) {
        super(params, DomainKeyFilter::new);
    }

    /** Every key. */
    public static DomainKeyFilter all() {
        return ALL;
    }

    /** Only keys of this domain. */
    public DomainKeyFilter signingDomain(String domain) {
        return with(SIGNING_DOMAIN, Arguments.requireText("domain", domain));
    }

    /** Only keys with this selector. */
    public DomainKeyFilter selector(String selector) {
        return with("selector", Arguments.requireText("selector", selector));
    }

    /** How many keys a request asks for: 1 to 100, which is the default. */
    public DomainKeyFilter pageSize(int keys) {
        return with("limit", Arguments.requireRange("keys", keys, 1, LARGEST_PAGE));
    }

    @Nullable
    String signingDomain() {
        return (String) params().first(SIGNING_DOMAIN);
    }
}
