package io.github.mailgunreactor.simulator.internal.http;

import io.github.mailgunreactor.simulator.internal.state.Account;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import io.github.mailgunreactor.simulator.internal.state.StoredKey;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Finds out which key a request carries, and for which account it may act. */
final class Authenticator {
    private static final String USER = "api:";

    private Authenticator() {}

    /** The valid key of the {@code Authorization} header, or {@code null}. */
    static @Nullable StoredKey key(HttpHeaders headers, SimulatorState state) {
        String header = headers.get(HttpHeaderNames.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return null;
        }
        String credentials;
        try {
            credentials =
                    new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
        return credentials.startsWith(USER)
                ? state.keys().authenticate(credentials.substring(USER.length()), state.now())
                : null;
    }

    /** The account of the key, or its subaccount that the request names; refuses any other account. */
    static Account account(StoredKey key, HttpHeaders headers, SimulatorState state) {
        String subaccount = headers.get("X-Mailgun-On-Behalf-Of");
        Account account = state.account(subaccount == null ? key.account() : subaccount);
        if (account == null
                || account.status() == Account.Status.CLOSED
                || (subaccount != null && !key.account().equals(account.parent()))) {
            throw new Refusal(403, "Forbidden");
        }
        return account;
    }
}
