package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.internal.JsonMapping;
import io.github.mailgunreactor.core.internal.JsonProblem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Turns one response into a value, or into the error that its status means. */
final class ResponseDecoder<T> implements ResponseReader<Response<T>> {
    private final Operation operation;
    private final ResponseType<T> type;
    private final Region region;
    private final JsonMapping json;

    ResponseDecoder(Operation operation, ResponseType<T> type, Region region, JsonMapping json) {
        this.operation = operation;
        this.type = type;
        this.region = region;
        this.json = json;
    }

    @Override
    public Response<T> read(ResponseHead head, byte[] body, int offset, int length) {
        int status = head.status();
        if (status < 200 || status > 299) {
            throw failure(operation, region, head, body, offset, length);
        }
        return new Response<>(head, region, value(status, body, offset, length));
    }

    /** The error that a response with another status than 2xx means. */
    static ErrorStatusException failure(
            Operation operation, Region region, ResponseHead head, byte[] body, int offset, int length) {
        return new ErrorStatusException(operation.toString(), region, head, ErrorBody.read(body, offset, length));
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
            throw new UnreadableResponseException(operation.toString(), status, "it is empty");
        }
        try {
            return (T) json.read(type.type(), type.argument(), body, offset, length);
        } catch (JsonProblem problem) {
            throw new UnreadableResponseException(operation.toString(), status, String.valueOf(problem.getMessage()));
        }
    }
}
