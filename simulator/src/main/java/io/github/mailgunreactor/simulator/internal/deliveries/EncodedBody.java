package io.github.mailgunreactor.simulator.internal.deliveries;

import java.util.Map;

/** A body as it travels, the same in each attempt. */
public final class EncodedBody {
    private final String contentType;
    private final byte[] bytes;
    private final Map<String, String> headers;

    EncodedBody(String contentType, byte[] bytes, Map<String, String> headers) {
        this.contentType = contentType;
        this.bytes = bytes;
        this.headers = headers;
    }

    static EncodedBody of(String contentType, byte[] bytes) {
        return new EncodedBody(contentType, bytes, Map.of());
    }

    public String contentType() {
        return contentType;
    }

    public byte[] bytes() {
        return bytes;
    }

    Map<String, String> headers() {
        return headers;
    }
}
