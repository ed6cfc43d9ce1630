package io.github.mailgunreactor.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What the {@link FaultServer} does with one request. A new one is a lambda: read what you like, write what you like. */
@FunctionalInterface
public interface Fault {

    /** Handles one request from its first byte on. A connection that is still open afterwards takes the next. */
    void happen(FaultConnection connection) throws IOException, InterruptedException;

    /** Whether it happens as soon as a connection is made, before any request. */
    default boolean onAccept() {
        return false;
    }

    /** A proper answer. */
    static Fault answer(int status, String body) {
        return answer(status, "Content-Type: application/json\r\n", body);
    }

    /** A proper answer with header lines, each ended by CR LF. */
    static Fault answer(int status, String headers, String body) {
        int length = body.getBytes(StandardCharsets.ISO_8859_1).length;
        return write("HTTP/1.1 " + status + " Status\r\n" + headers + "Content-Length: " + length + "\r\n\r\n" + body);
    }

    /** Whatever bytes, given as text. */
    static Fault write(String bytes) {
        return connection -> {
            connection.readRequest();
            connection.write(bytes);
        };
    }

    /** Whatever bytes, and the end of the connection. */
    static Fault writeAndClose(String bytes) {
        return write(bytes).then(FaultConnection::close);
    }

    /** Whatever bytes, and a reset of the connection. */
    static Fault writeAndReset(String bytes) {
        return write(bytes).then(FaultConnection::reset);
    }

    /** Whatever bytes, and then nothing. */
    static Fault writeAndStall(String bytes) {
        return write(bytes).then(FaultConnection::stall);
    }

    /** The same, with something after it. */
    default Fault then(Fault next) {
        return connection -> {
            happen(connection);
            next.happen(connection);
        };
    }

    static Fault acceptAndClose() {
        return new Fault() {
            @Override
            public void happen(FaultConnection connection) throws IOException {
                connection.close();
            }

            @Override
            public boolean onAccept() {
                return true;
            }
        };
    }

    static Fault closeBeforeHeaders() {
        return writeAndClose("");
    }

    static Fault resetBeforeHeaders() {
        return writeAndReset("");
    }

    static Fault resetInHeaders() {
        return writeAndReset("HTTP/1.1 200 OK\r\nContent-Ty");
    }

    static Fault resetInBody() {
        return writeAndReset("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"a\":");
    }

    static Fault stallBeforeHeaders() {
        return writeAndStall("");
    }

    static Fault stallInBody() {
        return writeAndStall("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"a\":");
    }

    static Fault freezeBeforeBody() {
        return connection -> {
            connection.readHead();
            connection.freeze();
        };
    }

    /** A proper answer, one byte at a time with a pause after each. */
    static Fault oneByteEvery(long millis, String body) {
        return connection -> {
            connection.readRequest();
            String answer = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
            for (int i = 0; i < answer.length(); i++) {
                connection.write(answer.substring(i, i + 1)).pause(millis);
            }
        };
    }

    /** The connection ends within a chunk. */
    static Fault truncatedChunk() {
        return writeAndClose("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\n{\"a\":");
    }

    static Fault brokenChunkSize() {
        return writeAndClose("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nsecret\r\n{}\r\n0\r\n\r\n");
    }

    /** Fewer bytes than announced. */
    static Fault shortBody() {
        return writeAndClose("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{}");
    }

    /** More bytes than announced. */
    static Fault longBody() {
        return write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nstale");
    }

    static Fault invalidGzip() {
        return answer(200, "Content-Encoding: gzip\r\n", "this is not gzip");
    }

    static Fault notHttp() {
        return writeAndClose("SSH-2.0-OpenSSH_9.2 secret\r\n\r\n");
    }

    /** Headers without end. */
    static Fault endlessHeaders() {
        return write("HTTP/1.1 200 OK\r\n").then(connection -> {
            for (int i = 0; i < 100_000; i++) {
                connection.write("X-" + i + ": " + "x".repeat(1000) + "\r\n");
            }
        });
    }

    /** A body without end, in chunks of 16 KiB. */
    static Fault endlessBody() {
        return write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n").then(connection -> {
            byte[] chunk = ("4000\r\n" + "x".repeat(0x4000) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
            while (true) {
                connection.write(chunk);
            }
        });
    }

    /** An interim answer before the proper one. */
    static Fault interim(int status, String body) {
        return write("HTTP/1.1 " + status + " Interim\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body);
    }

    static Fault redirect(String location) {
        return answer(302, "Location: " + location + "\r\nSet-Cookie: session=1\r\n", "");
    }

    /**
     * A proper answer, and then the end of the connection, unannounced: a gateway tired of waiting. The connection counts as
     * open until the client has noticed.
     */
    static Fault answerAndClose(String body) {
        return answer(200, body).then(FaultConnection::closeOrderly);
    }
}
