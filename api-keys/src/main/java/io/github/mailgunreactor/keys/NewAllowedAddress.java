package io.github.mailgunreactor.keys;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** An address to be allowed. */
public final class NewAllowedAddress extends ParamSet<NewAllowedAddress> {
    private NewAllowedAddress(Params params) {
        super(params, NewAllowedAddress::new);
    }

    /**
     * An address without a description.
     *
     * @param address an IP address or a range in CIDR notation
     */
    public static NewAllowedAddress of(String address) {
        return new NewAllowedAddress(Params.NONE).with("address", Arguments.requireText("address", address));
    }

    /** Whose address it is. Default: empty. */
    public NewAllowedAddress description(String description) {
        return with("description", description);
    }
}
