package io.github.mailgunreactor.core.transport;

import org.jspecify.annotations.Nullable;

/**
 * Makes a value of a response while the transport still holds the bytes it received.
 *
 * @param <T> what the response is read into
 */
@FunctionalInterface
public interface ResponseReader<T> {

    /**
     * Reads one response. It runs on an I/O thread, so it computes and returns; it does not wait for anything.
     *
     * @param head status and headers; may be kept
     * @param body an array that holds the body; it belongs to the transport and is valid during this call only
     * @param offset where the body starts in the array
     * @param length how many bytes the body has, 0 for a response without one
     */
    @Nullable
    T read(ResponseHead head, byte[] body, int offset, int length);
}
