package io.github.mailgunreactor.netty;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that speaks HTTP CONNECT and SOCKS 5, asks for user and password, and leads every tunnel to one port. */
final class TunnelProxy implements AutoCloseable {
    static final String USER = "proxyuser";
    static final String PASSWORD = "proxysecret";

    private final ServerSocket listener;
    private final int target;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    TunnelProxy(int target) {
        try {
            this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        this.target = target;
        daemon(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Which hosts and ports were asked for. */
    List<String> asked() {
        return asked;
    }

    private void accept() throws IOException {
        while (!listener.isClosed()) {
            Socket client = listener.accept();
            daemon(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        try (client) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            OutputStream out = client.getOutputStream();
            int first = in.readUnsignedByte();
            if (first == 5 ? socks(in, out) : connect(first, in, out)) {
                try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
                    daemon(() -> server.getInputStream().transferTo(out));
                    in.transferTo(server.getOutputStream());
                }
            }
        }
    }

    private boolean connect(int first, InputStream in, OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder().append((char) first);
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        asked.add(head.substring("CONNECT ".length(), head.indexOf(" HTTP")));
        String credentials =
                Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.US_ASCII));
        boolean allowed = head.toString().contains("Basic " + credentials);
        String status = allowed ? "200 OK" : "407 Proxy Authentication Required";
        out.write(("HTTP/1.1 " + status + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return allowed;
    }

    private boolean socks(DataInputStream in, OutputStream out) throws IOException {
        in.readNBytes(in.readUnsignedByte());
        out.write(new byte[] {5, 2});
        in.readUnsignedByte();
        String user = text(in);
        String password = text(in);
        boolean allowed = user.equals(USER) && password.equals(PASSWORD);
        out.write(new byte[] {1, (byte) (allowed ? 0 : 1)});
        if (!allowed) {
            return false;
        }
        in.readNBytes(3);
        String host = in.readUnsignedByte() == 3
                ? text(in)
                : InetAddress.getByAddress(in.readNBytes(4)).getHostAddress();
        asked.add(host + ":" + in.readUnsignedShort());
        out.write(new byte[] {5, 0, 0, 1, 127, 0, 0, 1, 0, 0});
        return true;
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.US_ASCII);
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                // an end of the tunnel is closed, and so is the tunnel
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
