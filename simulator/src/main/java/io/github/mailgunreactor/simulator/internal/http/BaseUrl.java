package io.github.mailgunreactor.simulator.internal.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Under which URL a client reaches the simulator: behind a port mapping or a proxy only its request can tell. */
public final class BaseUrl {
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9._-]{1,255}(:\\d{1,5})?|\\[[0-9A-Fa-f:.]{2,45}](:\\d{1,5})?");

    private BaseUrl() {}

    /** That of the headers {@code X-Forwarded-Proto}, {@code X-Forwarded-Host} and {@code Host}, else the other one. */
    public static String of(HttpHeaders headers, String otherwise) {
        String host = first(headers.get("X-Forwarded-Host"));
        if (host == null) {
            host = first(headers.get(HttpHeaderNames.HOST));
        }
        if (host == null || !HOST.matcher(host).matches()) {
            return otherwise;
        }
        String scheme = first(headers.get("X-Forwarded-Proto"));
        boolean secure = scheme == null ? otherwise.startsWith("https:") : scheme.equals("https");
        return (secure ? "https://" : "http://") + host;
    }

    /** What the proxy nearest to the client has said. */
    private static @Nullable String first(@Nullable String list) {
        return list == null ? null : list.split(",", 2)[0].strip();
    }
}
