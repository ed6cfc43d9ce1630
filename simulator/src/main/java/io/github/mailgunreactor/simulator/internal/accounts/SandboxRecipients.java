package io.github.mailgunreactor.simulator.internal.accounts;

import io.github.mailgunreactor.simulator.internal.state.Account;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** To whom the sandbox domain of an account may send, by address. */
public final class SandboxRecipients {
    private final Map<String, Boolean> activated = new LinkedHashMap<>();

    public static SandboxRecipients of(Account account) {
        return account.global().get(SandboxRecipients.class, SandboxRecipients::new);
    }

    /** Follows the link in the message to a recipient; {@code false} if there is no such recipient. */
    public boolean activate(String email) {
        return activated.replace(key(email), true) != null;
    }

    public boolean isActivated(String email) {
        return activated.getOrDefault(key(email), false);
    }

    int size() {
        return activated.size();
    }

    void add(String email) {
        activated.putIfAbsent(key(email), false);
    }

    boolean has(String email) {
        return activated.containsKey(key(email));
    }

    boolean remove(String email) {
        return activated.remove(key(email)) != null;
    }

    Map<String, Boolean> all() {
        return activated;
    }

    private static String key(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
