package io.github.mailgunreactor.testing;

import io.github.mailgunreactor.core.Region;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/1.1 server on plain sockets, which does to each request what its script says: {@link Fault} has the ways, and
 * a new one is a lambda. It keeps what it received, byte for byte, and listens on the loopback address only.
 *
 * <pre>{@code
 * try (FaultServer server = FaultServer.start()) {
 *     server.script(Fault.answer(200, "{}"), Fault.resetBeforeHeaders());
 *     ... two requests to server.region()
 * }
 * }</pre>
 */
public final class FaultServer implements AutoCloseable {
    private static final int BACKLOG = 200;

    private final ServerSocket listener;
    private final boolean secure;
    private final Deque<Fault> script = new ArrayDeque<>();
    private final List<ReceivedRequest> requests = Collections.synchronizedList(new ArrayList<>());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<AutoCloseable> extras = new ArrayList<>();

    private FaultServer(ServerSocket listener, boolean secure) {
        this.listener = listener;
        this.secure = secure;
        script.add(Fault.answer(200, "{}"));
    }

    /** Starts a server that answers everything with {@code 200} and {@code {}} until it gets a script. */
    public static FaultServer start() {
        return open(null, false).accepting();
    }

    /** Starts one that speaks TLS, and asks for a client certificate where told to. */
    public static FaultServer start(SSLContext tls, boolean needClientCertificate) {
        return open(tls, needClientCertificate).accepting();
    }

    /** Starts one that speaks these versions of TLS only, in the JDK's words: {@code TLSv1.1}. */
    public static FaultServer start(SSLContext tls, boolean needClientCertificate, String... versions) {
        FaultServer server = open(tls, needClientCertificate);
        ((SSLServerSocket) server.listener).setEnabledProtocols(versions);
        return server.accepting();
    }

    /** A server whose port nobody listens on: connections are refused. */
    public static FaultServer refusing() {
        FaultServer server = open(null, false);
        server.close();
        return server;
    }

    /** A server that does not answer attempts to connect, since the queue for them is full. */
    public static FaultServer unreachable() {
        try {
            InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            ServerSocket full = new ServerSocket();
            full.bind(anyPort, 1);
            FaultServer server = new FaultServer(full, false);
            for (int i = 0; i < 8; i++) {
                SocketChannel waiting = SocketChannel.open();
                waiting.configureBlocking(false);
                waiting.connect(full.getLocalSocketAddress());
                server.extras.add(waiting);
            }
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static FaultServer open(@Nullable SSLContext tls, boolean needClientCertificate) {
        try {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            if (tls == null) {
                return new FaultServer(new ServerSocket(0, BACKLOG, loopback), false);
            }
            SSLServerSocket socket =
                    (SSLServerSocket) tls.getServerSocketFactory().createServerSocket(0, BACKLOG, loopback);
            socket.setNeedClientAuth(needClientCertificate);
            return new FaultServer(socket, true);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private FaultServer accepting() {
        daemon("fault-server-accept", this::accept);
        return this;
    }

    /** What to do with the next requests, one each; the last is for all that follow. */
    public FaultServer script(Fault... faults) {
        synchronized (script) {
            script.clear();
            script.addAll(List.of(faults));
        }
        return this;
    }

    /** Where it is, by address. */
    public Region region() {
        return at("127.0.0.1");
    }

    /** Where it is, by a host name of the caller's choice that leads to the loopback address. */
    public Region at(String host) {
        return Region.at((secure ? "https://" : "http://") + host + ":" + listener.getLocalPort());
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** What was received in full, in that order. */
    public List<ReceivedRequest> requests() {
        return List.copyOf(requests);
    }

    /** The only request received. */
    public ReceivedRequest request() {
        if (requests.size() != 1) {
            throw new AssertionError("one request was expected, but received were " + requests.size());
        }
        return requests.get(0);
    }

    /** How many connections were ever made. */
    public int connections() {
        return accepted.get();
    }

    /** How many connections the client has not closed. */
    public int openConnections() {
        return open.size();
    }

    /** Waits, ten seconds at most, until something the server sees is so. */
    public void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("within 10 seconds it was not so that " + what);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
        }
    }

    public void awaitRequests(int count) {
        await(count + " requests arrived", () -> requests.size() >= count);
    }

    public void awaitOpenConnections(int count) {
        await(count + " connections are open", () -> openConnections() == count);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                accepted.incrementAndGet();
                open.add(socket);
                daemon("fault-server-" + accepted.get(), () -> serve(socket));
            } catch (IOException stopped) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (FaultConnection connection = new FaultConnection(socket, requests::add, closed)) {
            Fault onAccept = nextIf(true);
            if (onAccept != null) {
                onAccept.happen(connection);
            }
            while (!connection.isClosed() && connection.awaitByte()) {
                Fault fault = nextIf(false);
                if (fault == null) {
                    return;
                }
                fault.happen(connection);
            }
        } catch (IOException | InterruptedException gone) {
            // the client has closed the connection, which is for the client's test to judge
        } finally {
            open.remove(socket);
        }
    }

    private @Nullable Fault nextIf(boolean onAccept) {
        synchronized (script) {
            Fault next = script.peek();
            if (next == null || next.onAccept() != onAccept) {
                return null;
            }
            return script.size() > 1 ? script.poll() : next;
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Closes every connection. What stalls ends. */
    @Override
    public void close() {
        closed.countDown();
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
            for (AutoCloseable extra : extras) {
                extra.close();
            }
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
