package io.github.mailgunreactor.suppressions;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import java.time.Instant;
import java.util.Objects;

/**
 * An address to be put on a suppression list. One that is on the list already is replaced.
 *
 * @param <S> which list it is for
 */
public abstract sealed class NewSuppression<S extends NewSuppression<S>> extends ParamSet<S>
        permits NewBounce, NewComplaint, NewUnsubscribe {
    private static final String ADDRESS = "address";

    NewSuppression(Params params) {
        super(params);
    }

    static Params params(String address) {
        return Params.NONE.with(ADDRESS, Arguments.requireText(ADDRESS, address));
    }

    /** The address. */
    public final String address() {
        return (String) Objects.requireNonNull(params().first(ADDRESS));
    }

    /** When it happened; it travels in whole seconds. Default: when Mailgun receives it. */
    public final S createdAt(Instant createdAt) {
        return with("created_at", createdAt);
    }
}
