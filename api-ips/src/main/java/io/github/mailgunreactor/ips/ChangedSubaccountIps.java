package io.github.mailgunreactor.ips;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.core.OpenValue;
import org.jspecify.annotations.Nullable;

/**
 * How far a change of the addresses of subaccounts has got.
 *
 * @param state whether it is done or yet to be done
 */
public record ChangedSubaccountIps(
        @JsonProperty("message") @Nullable State state) {

    /** Whether Mailgun has yet to carry the change out. */
    public boolean isQueued() {
        return State.QUEUED.equals(state);
    }

    /**
     * Where a change stands.
     *
     * @param value the state as Mailgun names it
     */
    public record State(String value) implements OpenValue {
        /** The change is made. */
        public static final State SUCCESS = new State("success");
        /** The change is accepted and made later: it is for all subaccounts, or for more than 100. */
        public static final State QUEUED = new State("queued");
    }
}
