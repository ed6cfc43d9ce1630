package io.github.mailgunreactor.core;

import java.util.Objects;

/**
 * An operation and how its response is read: a value that does nothing until a {@link MailgunClient} sends it, and can be
 * sent any number of times.
 *
 * @param operation what to ask
 * @param responseType how to read the response
 * @param <T> what the response is read into
 */
public record MailgunRequest<T>(Operation operation, ResponseType<T> responseType) {
    public MailgunRequest {
        Objects.requireNonNull(operation, "operation must not be null");
        Objects.requireNonNull(responseType, "responseType must not be null");
    }
}
