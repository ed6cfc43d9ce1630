package io.github.mailgunreactor.optimize;

/**
 * What Mailgun tells of an inbox placement test.
 *
 * @param result the result
 */
public record InboxResultDetails(InboxResult result) {}
