package io.github.mailgunreactor.suppressions;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** An address or a whole domain to be put on the allowlist. */
public final class NewAllowlistEntry extends ParamSet<NewAllowlistEntry> {
    private NewAllowlistEntry(Params params) {
        super(params, NewAllowlistEntry::new);
    }

    /** One address. */
    public static NewAllowlistEntry ofAddress(String address) {
        return new NewAllowlistEntry(Params.NONE).with("address", Arguments.requireText("address", address));
    }

    /**
     * All addresses of a domain.
     *
     * @param recipientDomain the domain of the recipients, such as {@code example.com}
     */
    public static NewAllowlistEntry ofDomain(String recipientDomain) {
        return new NewAllowlistEntry(Params.NONE)
                .with("domain", Arguments.requireText("recipientDomain", recipientDomain));
    }
}
