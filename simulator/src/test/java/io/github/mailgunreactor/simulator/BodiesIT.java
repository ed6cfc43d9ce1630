package io.github.mailgunreactor.simulator;

import static io.github.mailgunreactor.core.Method.POST;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.simulator.internal.http.FileSink;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import io.github.mailgunreactor.simulator.internal.http.UploadedFile;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BodiesIT {
    private static final int MEGABYTE = 1024 * 1024;
    private static final Simulator SIMULATOR = Simulator.builder()
            .operations(List.of(new EchoOperations()))
            .maxBodyBytes(MEGABYTE)
            .start();

    private final Caller caller = Caller.of(SIMULATOR);

    /** Says what it was sent. */
    private static final class EchoOperations implements Operations {
        @Override
        public void register(Routes routes) {
            routes.add(POST, "/test/echo", request -> {
                Map<String, Object> seen = new LinkedHashMap<>();
                seen.put("form", request.form().asMap());
                List<Map<String, Object>> files = new ArrayList<>();
                for (UploadedFile file : request.files()) {
                    files.add(Map.of(
                            "field", file.field(),
                            "name", file.fileName(),
                            "text", new String(file.content(), StandardCharsets.UTF_8)));
                }
                seen.put("files", files);
                return SimulatedResponse.ok(seen);
            });
            routes.add(
                            POST,
                            "/test/{name}/import",
                            request -> SimulatedResponse.json(
                                    202,
                                    Map.of(
                                            "bytes",
                                            request.sink(Counter.class).bytes,
                                            "fields",
                                            request.form().asMap())))
                    .consumingFiles(request -> new Counter(request.path("name")));
        }
    }

    private static final class Counter implements FileSink {
        private final String name;
        private long bytes;

        Counter(String name) {
            this.name = name;
        }

        @Override
        public void receive(String field, String fileName, ByteBuffer chunk, boolean last) {
            if (!name.equals("list") || !field.equals("file") || !fileName.equals("big.csv")) {
                throw new Refusal(400, "unexpected file");
            }
            bytes += chunk.remaining();
        }
    }

    @BeforeEach
    void reset() {
        SIMULATOR.reset();
    }

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    @Test
    void areReadAsFormWhateverTheEncoding() throws Exception {
        String[] fields = {"to", "a+b@x.example", "to", "ü & more", "empty", ""};
        Map<String, Object> expected = Map.of("to", List.of("a+b@x.example", "ü & more"), "empty", List.of(""));

        assertThat(Caller.object(caller.form("POST", "/test/echo", fields))).containsEntry("form", expected);
        assertThat(Caller.object(caller.multipart("POST", "/test/echo", fields)))
                .containsEntry("form", expected);
    }

    @Test
    void mayHaveFiles() throws Exception {
        HttpResponse<String> response =
                upload("/test/echo", "one\r\ntwo\r\n".getBytes(StandardCharsets.UTF_8), "--cut--");

        assertThat(Caller.objects(response, "files"))
                .containsExactly(Map.of("field", "file", "name", "big.csv", "text", "one\r\ntwo\r\n"));
        assertThat(SIMULATOR.journal().only("POST /test/echo").files())
                .containsExactly(new RecordedRequest.File("file", "big.csv", "text/csv", 10));
    }

    @Test
    void mayHaveMoreFieldsThanADecoderUsuallyTakes() throws Exception {
        String[] fields = new String[2000];
        for (int i = 0; i < fields.length; i += 2) {
            fields[i] = "ip";
            fields[i + 1] = "10.0.0." + i;
        }

        assertThat(Caller.object(caller.multipart("POST", "/test/echo", fields)))
                .extractingByKey("form", InstanceOfAssertFactories.MAP)
                .extractingByKey("ip", InstanceOfAssertFactories.LIST)
                .hasSize(1000);
    }

    @Test
    void areRefusedWhereTheyAreLargerThanTheMemoryForThem() throws Exception {
        assertThat(upload("/test/echo", new byte[2 * MEGABYTE], "--cut--").statusCode())
                .isEqualTo(413);
        assertThat(caller.send("POST", "/test/echo", BodyPublishers.ofByteArray(new byte[2 * MEGABYTE]), null)
                        .statusCode())
                .isEqualTo(413);
        assertThat(caller.form("POST", "/test/echo").statusCode()).isEqualTo(200);
    }

    @Test
    void streamFilesOfAnySizeToTheirSink() throws Exception {
        HttpResponse<String> response = upload("/test/list/import", new byte[20 * MEGABYTE], "--cut--");

        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(Caller.object(response)).containsEntry("bytes", 20L * MEGABYTE);
        assertThat(SIMULATOR.journal().only("POST /test/{name}/import").files())
                .containsExactly(new RecordedRequest.File("file", "big.csv", "text/csv", 20L * MEGABYTE));
    }

    @Test
    void areRefusedBySinkAndReaderAlike() throws Exception {
        assertThat(upload("/test/other/import", new byte[100], "--cut--").statusCode())
                .isEqualTo(400);
        assertThat(upload("/test/list/import", new byte[100], "").statusCode()).isEqualTo(400);
        assertThat(caller.send("POST", "/test/echo", BodyPublishers.ofString("x"), "multipart/form-data")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void comeBackCompressedWhereTheClientWantsIt() throws Exception {
        HttpResponse<String> response =
                caller.with("Accept-Encoding", "gzip").form("POST", "/test/echo", "text", "x".repeat(5000));

        assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
    }

    private HttpResponse<String> upload(String path, byte[] file, String end) throws Exception {
        byte[] start = String.join(
                        "\r\n",
                        "--cut",
                        "Content-Disposition: form-data; name=\"file\"; filename=\"big.csv\"",
                        "Content-Type: text/csv",
                        "",
                        "")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = end.isEmpty() ? new byte[0] : ("\r\n" + end + "\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] body = ByteBuffer.allocate(start.length + file.length + tail.length)
                .put(start)
                .put(file)
                .put(tail)
                .array();
        return caller.send(
                "POST",
                path,
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                "multipart/form-data; boundary=cut");
    }
}
