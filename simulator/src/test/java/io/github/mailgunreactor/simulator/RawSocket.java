package io.github.mailgunreactor.simulator;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends what no HTTP client would. */
final class RawSocket {

    private RawSocket() {}

    static String statusLine(String baseUrl, String requestLine) throws IOException {
        return response(baseUrl, requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                .lines()
                .findFirst()
                .orElse("");
    }

    /** All that comes back before the server closes the connection. */
    static String response(String baseUrl, String request) throws IOException {
        URI uri = URI.create(baseUrl);
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
