package io.github.mailgunreactor.keys;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** An address to be allowed, or whose description is to be changed. */
public final class AllowedAddress extends ParamSet<AllowedAddress> {
    private AllowedAddress(Params params) {
        super(params);
    }

    @Override
    protected AllowedAddress copy(Params params) {
        return new AllowedAddress(params);
    }

    /**
     * An address without a description.
     *
     * @param address an IP address or a range in CIDR notation
     */
    public static AllowedAddress of(String address) {
        return new AllowedAddress(Params.NONE).with("address", Arguments.requireText("address", address));
    }

    /** Whose address it is. Default: empty. */
    public AllowedAddress description(String description) {
        return with("description", description);
    }
}
