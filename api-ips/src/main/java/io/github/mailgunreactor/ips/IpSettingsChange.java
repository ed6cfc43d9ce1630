package io.github.mailgunreactor.ips;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** Where mail is to spill over to. */
public final class IpSettingsChange extends ParamSet<IpSettingsChange> {
    private IpSettingsChange(Params params) {
        super(params, IpSettingsChange::new);
    }

    /** Nothing, until methods say what changes. */
    public static IpSettingsChange none() {
        return new IpSettingsChange(Params.NONE);
    }

    /** To the addresses of a dedicated IP pool, at least one of which must be warmed up. */
    public IpSettingsChange spillInto(String poolId) {
        return extraDedicatedIps(Params.NONE.with("pool_id", Arguments.requireText("poolId", poolId)));
    }

    /** To nowhere. */
    public IpSettingsChange spillNowhere() {
        return extraDedicatedIps(Params.NONE.withNull("pool_id"));
    }

    private IpSettingsChange extraDedicatedIps(Params pool) {
        return copy(params().with("extra_dedicated_ips", pool));
    }
}
