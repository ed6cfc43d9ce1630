package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.internal.JsonMapping;
import io.github.mailgunreactor.core.transport.TransportBody;
import java.util.List;

/** Encodes the body of an operation for the transport. */
final class BodyEncoding {
    private static final String JSON = "application/json";

    private BodyEncoding() {}

    static TransportBody encode(Body body) {
        if (body instanceof Body.Multipart multipart) {
            return MultipartEncoding.encode(multipart.params());
        }
        if (body instanceof Body.Form form) {
            return FormEncoding.body(form.params());
        }
        if (body instanceof Body.Json json) {
            return TransportBody.ofBytes(JSON, JsonMapping.LENIENT.write(json.params()));
        }
        if (body instanceof Body.JsonArray array) {
            return TransportBody.ofBytes(JSON, JsonMapping.LENIENT.write(array.elements()));
        }
        return TransportBody.NONE;
    }

    /** Whether no part of the body comes from disk or from a publisher. */
    static boolean isInMemory(Body body) {
        return !(body instanceof Body.Multipart multipart)
                || multipart.params().entries().stream().allMatch(entry -> isInMemory(entry.value()));
    }

    private static boolean isInMemory(Object value) {
        if (value instanceof List<?> values) {
            return values.stream().allMatch(BodyEncoding::isInMemory);
        }
        return !(value instanceof Part part) || part.inMemory();
    }
}
