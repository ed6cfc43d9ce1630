package io.github.mailgunreactor.domains;

import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** How the messages of a domain are to be delivered; what is not set stays as it is. */
public final class ConnectionChange extends ParamSet<ConnectionChange> {
    private static final ConnectionChange NONE = new ConnectionChange(Params.NONE);

    private ConnectionChange(Params params) {
        super(params, ConnectionChange::new);
    }

    /** Nothing, until methods say what changes. */
    public static ConnectionChange none() {
        return NONE;
    }

    /** Whether over TLS or not at all. */
    public ConnectionChange requireTls(boolean on) {
        return with("require_tls", on);
    }

    /** Whether without a look at the receiving server's certificate. */
    public ConnectionChange skipVerification(boolean on) {
        return with("skip_verification", on);
    }
}
