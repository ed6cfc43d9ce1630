package io.github.mailgunreactor.core;

import java.util.Objects;

/**
 * An operation and how its answer is read: a value that does nothing until a {@link MailgunClient} sends it, and can be
 * sent any number of times.
 *
 * @param operation what to ask
 * @param answer how to read the answer
 * @param <T> what the answer is read into
 */
public record MailgunRequest<T>(Operation operation, AnswerType<T> answer) {
    public MailgunRequest {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(answer, "answer");
    }
}
