package io.github.mailgunreactor.accounts;

import org.jspecify.annotations.Nullable;

/**
 * Somebody to whom the sandbox domain may send.
 *
 * @param email the address
 * @param activated whether its owner has agreed, by the link in the message that Mailgun sent
 */
public record SandboxRecipient(String email, @Nullable Boolean activated) {

    /** Whether it is activated: not the address. */
    @Override
    public String toString() {
        return "SandboxRecipient[activated=" + activated + "]";
    }
}
