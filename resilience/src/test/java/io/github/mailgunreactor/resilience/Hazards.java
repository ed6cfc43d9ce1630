package io.github.mailgunreactor.resilience;

import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.netty.NettyTransportBuilder;
import io.github.mailgunreactor.testing.Fault;
import io.github.mailgunreactor.testing.FaultConnection;
import io.github.mailgunreactor.testing.FaultServer;
import io.github.mailgunreactor.testing.TestCertificate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Everything that can go wrong between us and Mailgun: the rows of the fault matrix. */
final class Hazards {
    /** In the body of every faulty answer; must appear nowhere. */
    static final String SECRET = "secret-of-the-answer";

    private static final String OK = "{\"message\":\"done\",\"items\":[]}";

    private Hazards() {}

    /**
     * One way of going wrong.
     *
     * @param text for the table
     * @param fault what the server does with a request, or {@code null} where none reaches it
     * @param usesConnectionAgain whether it needs a connection that served a response before
     * @param server what stands at the other end
     * @param region how it is reached
     * @param transport how the client's transport is set up for it
     */
    record Hazard(
            String text,
            @Nullable Fault fault,
            boolean usesConnectionAgain,
            Supplier<FaultServer> server,
            Function<FaultServer, Region> region,
            UnaryOperator<NettyTransportBuilder> transport) {

        /** Whether the server can be told to answer properly from now on. */
        boolean canRecover() {
            return fault != null;
        }

        Hazard with(UnaryOperator<NettyTransportBuilder> settings) {
            return new Hazard(text, fault, usesConnectionAgain, server, region, settings);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    static List<Hazard> all() {
        List<Hazard> all = new ArrayList<>();
        all.addAll(beforeTheRequest());
        all.addAll(tls());
        all.addAll(connectionsThatEnd());
        all.addAll(silence());
        all.addAll(answersThatAreNone());
        all.addAll(answersThatArePoison());
        all.addAll(properErrors());
        return all;
    }

    private static List<Hazard> beforeTheRequest() {
        return List.of(
                elsewhere(
                        "host name without address",
                        FaultServer::refusing,
                        server -> Region.at("http://no-such-host.invalid")),
                elsewhere("connection refused", FaultServer::refusing, FaultServer::region),
                elsewhere("no response to connecting", FaultServer::unreachable, FaultServer::region)
                        .with(transport -> transport.connectTimeout(Duration.ofMillis(900))),
                inAnswer("accepted and closed", Fault.acceptAndClose()));
    }

    private static List<Hazard> tls() {
        TestCertificate authority = TestCertificate.authority();
        return List.of(
                secure("TLS: certificate of another host", authority.valid("dns:other.example"), authority),
                secure("TLS: expired certificate", authority.expired("ip:127.0.0.1"), authority),
                secure("TLS: self-signed certificate", TestCertificate.of("ip:127.0.0.1"), authority),
                overTls("TLS: old protocol (1.0)", connection -> {
                    connection.write(tls10ServerHello());
                    connection.stall();
                }),
                overTls("TLS: server does not speak it", connection -> {
                    connection.write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n" + SECRET);
                    connection.close();
                }));
    }

    private static List<Hazard> connectionsThatEnd() {
        return List.of(
                inAnswer("closed before headers", Fault.closeBeforeHeaders()),
                inAnswer("reset before headers", Fault.resetBeforeHeaders()),
                inAnswer("reset in the middle of headers", Fault.resetInHeaders()),
                inAnswer("reset in the middle of the body", Fault.resetInBody()),
                inAnswer("`Content-Length` larger than the body", Fault.shortBody()),
                inAnswer("end within a chunk", Fault.truncatedChunk()),
                inReuse("idle pooled connection closed at the moment of reuse", Fault.closeBeforeHeaders()),
                inReuse("idle pooled connection reset at the moment of reuse", FaultConnection::reset));
    }

    private static List<Hazard> silence() {
        return List.of(
                inSilence("silence before headers", Fault.stallBeforeHeaders()),
                inSilence("silence in the body", Fault.stallInBody()),
                inSilence("server does not read the body", connection -> {
                    connection.readHead();
                    connection.pause(4000).close();
                }),
                inSilence("one byte per second", Fault.oneByteEvery(1000, OK)),
                inAnswer("one byte per second of the body", connection -> {
                    connection.readRequest();
                    connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
                    for (int i = 0; i < 1000; i++) {
                        connection.write(" ").pause(1000);
                    }
                }));
    }

    private static List<Hazard> answersThatAreNone() {
        return List.of(
                inAnswer("not HTTP", Fault.notHttp()),
                inAnswer("chunk size that is no number", Fault.brokenChunkSize()),
                inAnswer("invalid gzip", Fault.answer(200, "Content-Encoding: gzip\r\n", SECRET)),
                inAnswer("gzip that stops halfway", truncatedGzip()),
                inAnswer("encoding nobody asked for", Fault.answer(200, "Content-Encoding: br\r\n", SECRET)),
                inAnswer("invalid UTF-8", Fault.answer(200, "{\"message\":\"" + SECRET + "\u00ff\u00fe\"}")),
                inAnswer("JSON that breaks off", Fault.answer(200, "{\"message\":\"" + SECRET)),
                inAnswer("HTML with status 200", Fault.answer(200, "<html>" + SECRET + "</html>")),
                inAnswer("empty body with status 200", Fault.answer(200, "")));
    }

    private static List<Hazard> answersThatArePoison() {
        return List.of(
                inAnswer("100 MB of headers", Fault.endlessHeaders()),
                inAnswer("body without end", Fault.endlessBody()),
                inAnswer("gzip bomb (64 MB in 64 KB)", gzipBomb()),
                inAnswer(
                        "JSON 100,000 levels deep",
                        Fault.answer(200, "{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}")),
                inAnswer("number of 100,000 digits", Fault.answer(200, "{\"x\":" + "1".repeat(100_000) + "}")),
                inAnswer(
                        "more bytes than `Content-Length`",
                        Fault.answer(200, OK)
                                .then(connection ->
                                        connection.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nstale"))),
                inAnswer("1xx before the response", Fault.interim(103, OK)));
    }

    private static List<Hazard> properErrors() {
        return List.of(
                inAnswer("redirect to another host", Fault.redirect("http://" + SECRET + ".example/")),
                inAnswer("HTML with status 502", Fault.answer(502, "<html>" + SECRET + "</html>")),
                inAnswer("status 503", Fault.answer(503, "{}")),
                inAnswer("status 429", Fault.answer(429, "{}")),
                inAnswer("status 404", Fault.answer(404, "{}")),
                inAnswer("status 413 before the body was read", connection -> {
                    connection.readHead();
                    connection.write("HTTP/1.1 413 Status\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}");
                    connection.stall();
                }));
    }

    private static Hazard inAnswer(String text, Fault fault) {
        return new Hazard(text, fault, false, FaultServer::start, FaultServer::region, UnaryOperator.identity());
    }

    /** Nothing else would come but the end of the client's patience, so that is short. */
    private static Hazard inSilence(String text, Fault fault) {
        return inAnswer(text, fault).with(transport -> transport.responseTimeout(Duration.ofMillis(1200)));
    }

    private static Hazard inReuse(String text, Fault fault) {
        return new Hazard(text, fault, true, FaultServer::start, FaultServer::region, UnaryOperator.identity());
    }

    private static Hazard elsewhere(String text, Supplier<FaultServer> server, Function<FaultServer, Region> region) {
        return new Hazard(text, null, false, server, region, UnaryOperator.identity());
    }

    private static Hazard secure(String text, TestCertificate certificate, TestCertificate trusted) {
        return new Hazard(
                text,
                null,
                false,
                () -> FaultServer.start(certificate.server(), false),
                FaultServer::region,
                builder -> builder.trustedCertificates(trusted.pem()));
    }

    private static Hazard overTls(String text, Fault fault) {
        return new Hazard(
                text,
                null,
                false,
                () -> FaultServer.start().script(fault),
                server -> Region.at("https://127.0.0.1:" + server.port()),
                UnaryOperator.identity());
    }

    private static Fault gzipBomb() {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 64; i++) {
                gzip.write(zeros);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        byte[] bytes = bomb.toByteArray();
        return connection -> {
            connection.readRequest();
            connection.write(
                    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + bytes.length + "\r\n\r\n");
            connection.write(bytes);
        };
    }

    /** The first half of a compressed text, in a body whose length is right. */
    private static Fault truncatedGzip() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(whole)) {
            gzip.write(("{\"message\":\"" + SECRET + "\"}").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        String half = whole.toString(StandardCharsets.ISO_8859_1).substring(0, whole.size() / 2);
        return Fault.answer(200, "Content-Encoding: gzip\r\n", half);
    }

    /** A handshake record that agrees to TLS 1.0, which the client must not. */
    private static byte[] tls10ServerHello() {
        ByteArrayOutputStream hello = new ByteArrayOutputStream();
        hello.writeBytes(new byte[] {0x16, 0x03, 0x01, 0x00, 0x2a, 0x02, 0x00, 0x00, 0x26, 0x03, 0x01});
        hello.writeBytes("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
        hello.writeBytes(new byte[] {0x00, (byte) 0xc0, 0x13, 0x00});
        return hello.toByteArray();
    }
}
