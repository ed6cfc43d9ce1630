package io.github.mailgunreactor.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/** A connection to the {@link FaultServer}, in the hands of a {@link Fault}. */
public final class FaultConnection implements AutoCloseable {
    private static final int KEPT_OF_BODY = 64 * 1024;

    private final Socket socket;
    private final Consumer<ReceivedRequest> received;
    private final CountDownLatch serverClosed;
    private final InputStream in;
    private final OutputStream out;

    FaultConnection(Socket socket, Consumer<ReceivedRequest> received, CountDownLatch serverClosed) throws IOException {
        this.socket = socket;
        this.received = received;
        this.serverClosed = serverClosed;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
        socket.setTcpNoDelay(true);
    }

    /** Whether another request begins, or else the client has closed the connection. */
    boolean awaitByte() throws IOException {
        in.mark(1);
        int next = in.read();
        in.reset();
        return next >= 0;
    }

    boolean isClosed() {
        return socket.isClosed();
    }

    /** Reads one request to its end and keeps it. */
    public ReceivedRequest readRequest() throws IOException {
        String line = readLine();
        List<String> headers = new ArrayList<>();
        for (String header = readLine(); !header.isEmpty(); header = readLine()) {
            headers.add(header);
        }
        BodyReader body = new BodyReader();
        String length = value(headers, "content-length");
        if (length != null) {
            body.read(Long.parseLong(length));
        } else if ("chunked".equals(value(headers, "transfer-encoding"))) {
            body.readChunks();
        }
        ReceivedRequest request = new ReceivedRequest(
                line, List.copyOf(headers), body.length, body.checksum.getValue(), body.start.toByteArray());
        received.accept(request);
        return request;
    }

    /** Reads the head of a request and leaves its body where it is. */
    public void readHead() throws IOException {
        while (!readLine().isEmpty()) {
            // the head is of no interest
        }
    }

    /** Reads so many bytes of a body, which are of no interest. */
    public FaultConnection read(long count) throws IOException {
        in.skipNBytes(count);
        return this;
    }

    private static @org.jspecify.annotations.Nullable String value(List<String> headers, String name) {
        for (String header : headers) {
            if (header.toLowerCase(Locale.ROOT).startsWith(name + ":")) {
                return header.substring(name.length() + 1).strip();
            }
        }
        return null;
    }

    private String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    /** Writes text and pushes it out. */
    public FaultConnection write(String text) throws IOException {
        return write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public FaultConnection write(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
        return this;
    }

    /** Does nothing more, until the client closes the connection. */
    public void stall() throws IOException {
        while (in.read() >= 0) {
            // what comes is of no interest
        }
    }

    /** Does nothing more, and does not even read, until the server is closed. */
    public void freeze() throws InterruptedException {
        serverClosed.await();
    }

    /** Does nothing for a while, or until the server is closed. */
    public FaultConnection pause(long millis) throws InterruptedException {
        if (serverClosed.await(millis, TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("the server is closed");
        }
        return this;
    }

    /** Ends the connection in order (FIN). */
    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** Ends the connection in order, and waits until the client has ended its half. */
    public void closeOrderly() throws IOException {
        socket.shutdownOutput();
        stall();
        close();
    }

    /** Ends the connection by force (RST). */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private final class BodyReader {
        private final CRC32 checksum = new CRC32();
        private final ByteArrayOutputStream start = new ByteArrayOutputStream();
        private long length;

        void read(long count) throws IOException {
            byte[] buffer = new byte[16 * 1024];
            for (long left = count; left > 0; ) {
                int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (read < 0) {
                    throw new EOFException();
                }
                left -= read;
                length += read;
                checksum.update(buffer, 0, read);
                start.write(buffer, 0, Math.min(read, Math.max(0, KEPT_OF_BODY - start.size())));
            }
        }

        void readChunks() throws IOException {
            for (long size = chunkSize(); size > 0; size = chunkSize()) {
                read(size);
                readLine();
            }
            readLine();
        }

        private long chunkSize() throws IOException {
            return Long.parseLong(readLine().strip(), 16);
        }
    }
}
