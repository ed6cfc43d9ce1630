package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.internal.ErrorBody;
import io.github.mailgunreactor.core.internal.JsonProblem;
import io.github.mailgunreactor.core.internal.SecretMask;
import io.github.mailgunreactor.core.internal.UnreadableReport;
import io.github.mailgunreactor.core.observation.UnreadableValue;
import io.github.mailgunreactor.core.transport.ResponseHead;
import io.github.mailgunreactor.core.transport.ResponseReader;
import io.github.mailgunreactor.core.transport.TransportRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns one response into a value, or into the error that its status means. */
final class ResponseDecoder<T> implements ResponseReader<Response<T>>, UnreadableReport {
    private static final byte[] NOTHING = {'{', '}'};

    /** The field of an {@link UnreadableValue} that is the response as a whole. */
    private static final String WHOLE_RESPONSE = "(response)";

    private final Operation operation;
    private final ResponseType<T> type;
    private final TransportRequest request;
    private final ResponseReading reading;
    private @Nullable UnreadableParts unreadable;

    ResponseDecoder(MailgunRequest<T> asked, TransportRequest request, ResponseReading reading) {
        this.operation = asked.operation();
        this.type = asked.responseType();
        this.request = request;
        this.reading = reading;
    }

    @Override
    public Response<T> read(ResponseHead head, byte[] body, int offset, int length) {
        int status = head.status();
        if (status < 200 || status > 299) {
            SecretMask mask = SecretMask.of(
                    request.headers().first("Authorization"), operation.query().secrets());
            throw failure(request, mask, head, body, offset, length);
        }
        unreadable = null;
        T value = value(status, body, offset, length);
        if (unreadable != null) {
            reading.tell(operation, request.region(), unreadable.fields());
        }
        return new Response<>(head, request.region(), value, unreadable);
    }

    /** The error that a response with another status than 2xx means. */
    static ErrorStatusException failure(
            TransportRequest request, ResponseHead head, byte[] body, int offset, int length) {
        return failure(request, SecretMask.of(request.headers().first("Authorization")), head, body, offset, length);
    }

    private static ErrorStatusException failure(
            TransportRequest request, SecretMask mask, ResponseHead head, byte[] body, int offset, int length) {
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

    private T json(int status, byte[] body, int offset, int length) {
        String problem;
        if (length == 0) {
            problem = "it is empty";
        } else {
            try {
                return json(body, offset, length);
            } catch (JsonProblem notThis) {
                problem = String.valueOf(notThis.getMessage());
            } catch (LinkageError | StackOverflowError broken) {
                // Reactor rethrows these to the event loop: the call would look like one whose connection was lost.
                throw new UnreadableResponseException(
                        request.operationName(),
                        status,
                        "reading it failed with " + broken.getClass().getName(),
                        broken);
            }
        }
        T value = operation.changes() ? madeOfNothing(body, offset, length) : null;
        if (value == null) {
            throw new UnreadableResponseException(request.operationName(), status, problem);
        }
        return value;
    }

    /**
     * A change that Mailgun made is no error for want of a record of it: a response without content, or with JSON that is no
     * object, is read as one that says nothing, where the type allows that.
     */
    private @Nullable T madeOfNothing(byte[] body, int offset, int length) {
        try {
            if (length > 0 && reading.json().readAny(body, offset, length) instanceof Map) {
                return null;
            }
            T value = json(NOTHING, 0, NOTHING.length);
            if (length > 0) {
                value(WHOLE_RESPONSE);
            }
            return value;
        } catch (JsonProblem notJson) {
            return null;
        }
    }

    @SuppressWarnings("unchecked") // the response type was made for T
    private T json(byte[] body, int offset, int length) {
        return (T) reading.json().read(type.type(), type.argument(), body, offset, length, this);
    }

    @Override
    public void value(String path) {
        parts().value(path);
    }

    @Override
    public void record(String path, int position) {
        parts().record(path, position);
    }

    /** Made for the first thing that cannot be read, as a rule never. */
    private UnreadableParts parts() {
        UnreadableParts parts = unreadable;
        if (parts == null) {
            parts = new UnreadableParts();
            unreadable = parts;
        }
        return parts;
    }
}
