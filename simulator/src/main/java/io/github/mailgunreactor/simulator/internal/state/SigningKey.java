package io.github.mailgunreactor.simulator.internal.state;

/** The HTTP signing key of an account: what is delivered to URLs is signed with it. */
public final class SigningKey {
    private static final int DIGITS = 32;

    private String text;

    private SigningKey(String text) {
        this.text = text;
    }

    public static SigningKey of(SimulatorState state, Account account) {
        return account.global()
                .get(SigningKey.class, () -> new SigningKey(state.hexFor("signing key of " + account.id(), DIGITS)));
    }

    public String text() {
        return text;
    }

    /** Makes another one; the one before signs nothing any more. */
    public String renew(SimulatorState state) {
        text = state.randomHex(DIGITS);
        return text;
    }

    @Override
    public String toString() {
        return "SigningKey";
    }
}
