package io.github.mailgunreactor.simulator.internal.domains;

import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The SMTP users of a domain. Their passwords are not kept: there is no SMTP here. */
final class SmtpUsers {

    /** One user; the system's own cannot be deleted. */
    record User(String login, boolean system, Instant createdAt) {}

    private final Map<String, User> byLogin = new LinkedHashMap<>();

    static SmtpUsers of(SendingDomain domain) {
        return domain.store().get(SmtpUsers.class, SmtpUsers::new);
    }

    /** Refuses a password that is too short or too long; none at all will be generated. */
    static void checkPassword(@Nullable String password) {
        if (password == null) {
            return;
        }
        Refusal.where(password.length() < 5, 400, "Password is too short. It must be between 5 and 32 characters.");
        Refusal.where(password.length() > 32, 400, "Password is too long. It must be between 5 and 32 characters.");
    }

    static String generatedPassword(SimulatorState state) {
        return state.randomHex(32) + '-' + state.randomHex(8) + '-' + state.randomHex(8);
    }

    /** Adds a user, unless there is one with the login. */
    void put(String login, boolean system, Instant now) {
        byLogin.putIfAbsent(login, new User(login, system, now));
    }

    boolean has(String login) {
        return byLogin.containsKey(login);
    }

    User require(String login) {
        return Refusal.requireNonNull(byLogin.get(login), 404, "Credentials not found");
    }

    void remove(User user) {
        byLogin.remove(user.login());
    }

    /** Removes all but the system's; returns how many. */
    int removeAll() {
        int before = byLogin.size();
        byLogin.values().removeIf(user -> !user.system());
        return before - byLogin.size();
    }

    List<User> all() {
        return List.copyOf(byLogin.values());
    }
}
