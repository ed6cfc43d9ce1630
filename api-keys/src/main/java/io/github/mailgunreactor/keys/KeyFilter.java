package io.github.mailgunreactor.keys;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** Which keys to list. */
public final class KeyFilter extends ParamSet<KeyFilter> {
    private static final KeyFilter ALL = new KeyFilter(Params.NONE);

    private KeyFilter(Params params) {
        super(params, KeyFilter::new);
    }

    /** Every key. */
    public static KeyFilter all() {
        return ALL;
    }

    /** Only keys of this sending domain. */
    public KeyFilter domain(String domain) {
        return with("domain_name", Arguments.requireText("domain", domain));
    }

    /** Only keys of this kind. */
    public KeyFilter kind(KeyKind kind) {
        return with("kind", kind);
    }
}
