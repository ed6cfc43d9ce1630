package io.github.mailgunreactor.ips;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** Which domains of an address to list. */
public final class IpDomainFilter extends ParamSet<IpDomainFilter> {
    private static final IpDomainFilter ALL = new IpDomainFilter(Params.NONE);

    private IpDomainFilter(Params params) {
        super(params, IpDomainFilter::new);
    }

    /** Every domain, in pages of the size that Mailgun chooses. */
    public static IpDomainFilter all() {
        return ALL;
    }

    /** How many domains to leave out at the start. Default: 0. */
    public IpDomainFilter skip(long domains) {
        return with("skip", Arguments.requireRange("domains", domains, 0, Long.MAX_VALUE));
    }

    /** How many domains a page has, 1 or more. Mailgun does not say what it allows, nor its default. */
    public IpDomainFilter pageSize(int domains) {
        return with("limit", Arguments.requireRange("domains", domains, 1, Integer.MAX_VALUE));
    }

    /** Only domains whose name has at least one of these words, which spaces or punctuation separate. */
    public IpDomainFilter search(String words) {
        return with("search", Arguments.requireText("words", words));
    }
}
