package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.internal.JsonMapping;
import io.github.mailgunreactor.core.internal.JsonProblem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Turns one response into a value, or into the error that its status means. */
final class ResponseDecoder<T> implements ResponseReader<Response<T>> {
    private final TransportRequest request;
    private final ResponseType<T> type;
    private final JsonMapping json;

    ResponseDecoder(TransportRequest request, ResponseType<T> type, JsonMapping json) {
        this.request = request;
        this.type = type;
        this.json = json;
    }

    @Override
    public Response<T> read(ResponseHead head, byte[] body, int offset, int length) {
        int status = head.status();
        if (status < 200 || status > 299) {
            throw failure(request, head, body, offset, length);
        }
        return new Response<>(head, request.region(), value(status, body, offset, length));
    }

    /** The error that a response with another status than 2xx means. */
    static ErrorStatusException failure(
            TransportRequest request, ResponseHead head, byte[] body, int offset, int length) {
        SecretMask mask = SecretMask.of(request.headers().first("Authorization"));
        return new ErrorStatusException(
                request.operationName(), request.region(), head, ErrorBody.read(body, offset, length, mask));
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // the form says which type T is; EMPTY is Void, whose value is null
    private T value(int status, byte[] body, int offset, int length) {
        return switch (type.form()) {
            case EMPTY -> null;
            case TEXT -> (T) new String(body, offset, length, StandardCharsets.UTF_8);
            case BYTES -> (T) Arrays.copyOfRange(body, offset, offset + length);
            case JSON -> json(status, body, offset, length);
        };
    }

    @SuppressWarnings("unchecked") // the response type was made for T
    private T json(int status, byte[] body, int offset, int length) {
        if (length == 0) {
            throw new UnreadableResponseException(request.operationName(), status, "it is empty");
        }
        try {
            return (T) json.read(type.type(), type.argument(), body, offset, length);
        } catch (JsonProblem problem) {
            throw new UnreadableResponseException(
                    request.operationName(), status, String.valueOf(problem.getMessage()));
        } catch (LinkageError | StackOverflowError broken) {
            // Reactor rethrows these to the event loop: the call would look like one whose connection was lost.
            throw new UnreadableResponseException(
                    request.operationName(),
                    status,
                    "reading it failed with " + broken.getClass().getName(),
                    broken);
        }
    }
}
