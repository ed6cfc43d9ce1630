package io.github.mailgunreactor.domains;

import io.github.mailgunreactor.core.Secret;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The response that set passwords of SMTP users, the only one that has them.
 *
 * @param message Mailgun's confirmation
 * @param note Mailgun's advice to keep the passwords
 * @param credentials logins and their passwords, those that Mailgun generated at least
 */
public record CredentialPasswords(
        @Nullable String message, @Nullable String note, Map<String, Secret> credentials) {}
