package io.github.mailgunreactor.netty;

import io.github.mailgunreactor.core.transport.ResponseHead;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reads the headers where Netty keeps them. */
record NettyResponseHead(int status, HttpHeaders headers) implements ResponseHead {

    @Override
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    @Override
    public void forEachHeader(BiConsumer<String, String> consumer) {
        for (Map.Entry<String, String> header : headers) {
            consumer.accept(header.getKey(), header.getValue());
        }
    }

    boolean successful() {
        return status >= 200 && status < 300;
    }
}
