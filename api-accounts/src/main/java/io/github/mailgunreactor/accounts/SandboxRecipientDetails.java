package io.github.mailgunreactor.accounts;

/**
 * What Mailgun tells of a recipient that was added.
 *
 * @param recipient the recipient
 */
public record SandboxRecipientDetails(SandboxRecipient recipient) {}
