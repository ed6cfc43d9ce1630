package io.github.mailgunreactor.simulator.internal.messages;

/**
 * A file of a message.
 *
 * @param inline whether it is part of the body rather than beside it
 * @param contentId by what the body names it
 */
public record Attachment(String fileName, String contentType, byte[] content, boolean inline, String contentId) {}
