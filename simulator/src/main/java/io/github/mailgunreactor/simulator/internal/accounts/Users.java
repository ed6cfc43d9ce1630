package io.github.mailgunreactor.simulator.internal.accounts;

import io.github.mailgunreactor.simulator.internal.state.Account;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The users of an account, by id. There is always one, who owns it. */
public final class Users {

    /** A user. */
    record User(String id, String name, String email, String role, boolean isMaster) {}

    private final Map<String, User> byId = new LinkedHashMap<>();

    public static Users of(SimulatorState state, Account account) {
        return account.global().get(Users.class, () -> {
            Users users = new Users();
            String id = state.hexFor("owner of " + account.id(), 24);
            users.byId.put(id, new User(id, "Owner", "owner@" + account.id() + ".example", "admin", true));
            return users;
        });
    }

    /** Adds a user and gives the id. */
    public String add(SimulatorState state, String name, String email, String role) {
        String id = state.randomHex(24);
        byId.put(id, new User(id, name, email, role, false));
        return id;
    }

    /** The id of who owns the account. */
    public String owner() {
        return byId.keySet().iterator().next();
    }

    @Nullable
    User find(@Nullable String id) {
        return byId.get(id);
    }

    List<User> all() {
        return List.copyOf(byId.values());
    }
}
