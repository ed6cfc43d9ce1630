package io.github.mailgunreactor.domains;

import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** With whose DKIM keys a domain is to sign. */
public final class DkimAuthorityChange extends ParamSet<DkimAuthorityChange> {
    private DkimAuthorityChange(Params params) {
        super(params, DkimAuthorityChange::new);
    }

    /** With keys of its own. */
    public static DkimAuthorityChange own() {
        return new DkimAuthorityChange(Params.NONE).with("self", true);
    }

    /** With those of its root domain, which must be in the same account. */
    public static DkimAuthorityChange ofRootDomain() {
        return new DkimAuthorityChange(Params.NONE).with("self", false);
    }
}
