package io.github.mailgunreactor.simulator;

import io.github.mailgunreactor.simulator.internal.accounts.SandboxRecipients;
import io.github.mailgunreactor.simulator.internal.accounts.Users;
import io.github.mailgunreactor.simulator.internal.state.Account;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import java.util.Objects;

/** Prepares the users of a {@link SimulatedAccount}, who log in to the control panel, and the people of its sandbox. */
public final class UserSeeds {
    private final SimulatorState state;
    private final String account;

    UserSeeds(SimulatorState state, String account) {
        this.state = state;
        this.account = account;
    }

    /** The id of the user who owns the account, and is there from the start. */
    public String owner() {
        return state.locked(() -> Users.of(state, account()).owner());
    }

    /**
     * Adds a user and gives the id.
     *
     * @param email an address with an {@code @}
     * @param role {@code admin}, {@code developer}, {@code support}, {@code billing} or {@code basic}
     */
    public String add(String name, String email, String role) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(role, "role");
        if (email.indexOf('@') < 1) {
            throw new IllegalArgumentException("email must be an address, but is \"" + email + "\"");
        }
        return state.locked(() -> Users.of(state, account()).add(state, name, email, role));
    }

    /**
     * Follows the link in the message that somebody got who was added to the recipients of the sandbox domain: from now on it
     * may send there.
     */
    public void activateSandboxRecipient(String email) {
        if (!state.locked(() -> SandboxRecipients.of(account()).activate(email))) {
            throw new IllegalArgumentException("email must be that of a recipient, but is \"" + email + "\"");
        }
    }

    private Account account() {
        return Objects.requireNonNull(state.account(account), () -> "account " + account);
    }
}
