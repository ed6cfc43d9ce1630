package io.github.mailgunreactor.benchmarks;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** nginx with one worker, which answers some calls from its configuration. */
final class NginxServer implements Server {
    private static final Path FOLDER = Path.of("benchmarks", "target", "nginx");

    private final Process process;
    private final int port;

    private NginxServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static NginxServer start(String processors) throws IOException, InterruptedException {
        Path nginx = program();
        Path folder = FOLDER.toAbsolutePath();
        Files.createDirectories(folder.resolve("temporary"));
        int port = freePort();
        Path configuration = Files.writeString(folder.resolve("nginx.conf"), configuration(port));
        List<String> command = new ArrayList<>(Child.pinned(processors));
        command.addAll(List.of(
                nginx.toString(),
                "-p",
                folder.toString(),
                "-e",
                folder.resolve("error.log").toString(),
                "-c",
                configuration.toString()));
        NginxServer server =
                new NginxServer(new ProcessBuilder(command).inheritIO().start(), port);
        server.awaitStart();
        return server;
    }

    private static Path program() throws FileNotFoundException {
        return Stream.concat(
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)),
                        Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new FileNotFoundException("Skipped: nginx is not on the PATH."));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitStart() throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 100 && process.isAlive(); attempt++) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        }
        throw new IOException("nginx did not start: see " + FOLDER.resolve("error.log"));
    }

    /** Bodies of requests are read and thrown away, and connections stay open. */
    private static String configuration(int port) {
        return """
                daemon off;
                master_process on;
                worker_processes 1;
                pid nginx.pid;
                error_log error.log crit;
                events { worker_connections 8192; }
                http {
                  access_log off;
                  keepalive_requests 1000000000;
                  keepalive_timeout 3600s;
                  client_max_body_size 0;
                  client_body_temp_path temporary;
                  proxy_temp_path temporary;
                  fastcgi_temp_path temporary;
                  uwsgi_temp_path temporary;
                  scgi_temp_path temporary;
                  default_type application/json;
                  server {
                    listen 127.0.0.1:%d backlog=8192;
                    location ~ ^/v4/domains/ { return 200 %s; }
                    location = /v1/keys { return 200 %s; }
                    location ~ ^/v3/[^/]+/messages$ { return 200 %s; }
                  }
                }
                """.formatted(
                        port,
                        quoted(SampleResponses.domain()),
                        quoted(SampleResponses.createdKey()),
                        quoted(SampleResponses.queued()));
    }

    private static String quoted(byte[] json) {
        return '\''
                + new String(json, StandardCharsets.UTF_8).replace("\\", "\\\\").replace("'", "\\'")
                + '\'';
    }

    @Override
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public Stream<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    @Override
    public void close() {
        process.destroy();
    }
}
