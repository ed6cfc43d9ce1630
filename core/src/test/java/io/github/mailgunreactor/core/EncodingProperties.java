package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import io.github.mailgunreactor.core.testing.SentRequest;
import io.github.mailgunreactor.core.transport.TransportBody;
import io.github.mailgunreactor.core.transport.TransportRequest;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a caller passes arrives as it was: parsers that are not ours read it back. */
class EncodingProperties {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();
    private static @Nullable Path directory;

    private final List<HttpPostRequestDecoder> decoders = new ArrayList<>();

    @BeforeContainer
    static void makeDirectory() throws IOException {
        directory = Files.createTempDirectory("mailgun-reactor-parts");
    }

    @AfterContainer
    static void removeDirectory() throws IOException {
        try (var files = Files.list(Objects.requireNonNull(directory))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(Objects.requireNonNull(directory));
    }

    @Provide
    Arbitrary<String> variables() {
        return Texts.names().filter(text -> !text.equals(".") && !text.equals(".."));
    }

    @Property(tries = 300)
    void everyPathVariableIsOneSegmentThatDecodesToItself(
            @ForAll("variables") String domain, @ForAll("variables") String address, @ForAll("variables") String id) {
        String target = Method.GET
                .path("/v3/{domain}/bounces/{address}/of/{id}", domain, address, id)
                .target();

        assertThat(target).matches("[A-Za-z0-9/%._~-]+");
        assertThat(Arrays.stream(target.split("/", -1)).map(EncodingProperties::decodeSegment))
                .containsExactly("", "v3", domain, "bounces", address, "of", id);
        assertThat(URI.create("http://localhost" + target).normalize().getRawPath())
                .isEqualTo(target);
    }

    @Property(tries = 200)
    void aPathVariableThatIsNoNameIsRefusedByName(@ForAll("unusable") String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Method.GET.path("/v3/{domain}/bounces/{address}", "example.com", address))
                .withMessageStartingWith("address must ");
    }

    @Provide
    Arbitrary<String> unusable() {
        Arbitrary<String> culprits = Arbitraries.of("\r", "\n", "\0", "\u007f", "\u0085", "\ud83d", "\ude00");
        return Arbitraries.oneOf(
                Arbitraries.of("", " ", "\t ", "\u2003", ".", ".."),
                Combinators.combine(Texts.names(), culprits, Texts.names())
                        .as((before, culprit, after) -> before + culprit + after));
    }

    @Provide
    Arbitrary<List<Tuple2<String, String>>> pairs() {
        Arbitrary<String> names = Arbitraries.oneOf(Texts.names(), Arbitraries.of("to", "o:tag"));
        return Combinators.combine(names, Texts.unicode()).as(Tuple::of).list().ofMaxSize(6);
    }

    @Property(tries = 150)
    void aQueryCarriesEveryNameAndValueInOrder(@ForAll("pairs") List<Tuple2<String, String>> pairs) {
        String target = Method.GET.path("/v3/domains").query(params(pairs)).target();

        assertThat(target).matches("[A-Za-z0-9/%._~?&=-]+");
        assertThat(new QueryStringDecoder(target, StandardCharsets.UTF_8).parameters())
                .isEqualTo(grouped(pairs));
    }

    @Property(tries = 150)
    void aFormCarriesEveryNameAndValueInOrder(@ForAll("pairs") List<Tuple2<String, String>> pairs) {
        SentRequest sent = send(Method.POST.path("/v3/routes").form(new Any(params(pairs))));

        assertThat(sent.contentType()).isEqualTo("application/x-www-form-urlencoded");
        assertThat(sent.body()).matches("[A-Za-z0-9%._~&=-]*");
        assertThat(new QueryStringDecoder(sent.body(), StandardCharsets.UTF_8, /* hasPath= */ false).parameters())
                .isEqualTo(grouped(pairs));
    }

    @Property(tries = 150)
    void jsonCarriesEveryNameAndValue(@ForAll("objects") Map<String, Object> object) throws IOException {
        SentRequest sent = send(Method.POST.path("/v1/analytics/metrics").json(params(object)));

        assertThat(sent.contentType()).isEqualTo("application/json");
        assertThat(JSON.readValue(sent.bytes(), Object.class)).isEqualTo(object);
    }

    @Property(tries = 100)
    void aJsonArrayCarriesAnObjectForEachSet(@ForAll @Size(max = 4) List<@From("objects") Map<String, Object>> objects)
            throws IOException {
        List<Any> sets = objects.stream().map(object -> new Any(params(object))).toList();

        SentRequest sent =
                send(Method.POST.path("/v3/{domain}/bounces", "example.com").jsonArray(sets));

        assertThat(JSON.readValue(sent.bytes(), Object.class)).isEqualTo(objects);
    }

    @Provide
    Arbitrary<Map<String, Object>> objects() {
        return objects(2);
    }

    private static Arbitrary<Map<String, Object>> objects(int depth) {
        Arbitrary<Object> scalars = Arbitraries.oneOf(
                Texts.unicode().asGeneric(),
                Arbitraries.longs().asGeneric(),
                Arbitraries.of(true, false).asGeneric(),
                Arbitraries.bigDecimals().ofScale(3).asGeneric());
        Arbitrary<Object> values = depth == 0
                ? scalars
                : Arbitraries.oneOf(
                        scalars,
                        scalars.list().ofMaxSize(3).asGeneric(),
                        objects(depth - 1).asGeneric());
        return Arbitraries.maps(Texts.names(), values).ofMaxSize(4);
    }

    /** Names without the punctuation that Netty's decoder takes out of them, and the spaces that it trims. */
    @Provide
    static Arbitrary<String> netty() {
        return Texts.names()
                .map(name -> name.replaceAll("[:,=;\\\\]", "").strip())
                .map(name -> name.isBlank() ? "name" : name);
    }

    /** One field of a multipart body, and what a receiver should see of it. */
    record Field(String name, Object value, @Nullable String fileName, ByteBuffer content) {}

    @Provide
    Arbitrary<List<Field>> fields() {
        Arbitrary<byte[]> contents = Arbitraries.bytes().array(byte[].class).ofMaxSize(40);
        Arbitrary<Field> texts = Combinators.combine(netty(), Texts.unicode())
                .as((name, value) -> new Field(name, value, null, StandardCharsets.UTF_8.encode(value)));
        Arbitrary<Field> inMemory = Combinators.combine(netty(), netty(), contents)
                .as((name, fileName, bytes) ->
                        new Field(name, Part.bytes(fileName, bytes), fileName, ByteBuffer.wrap(bytes)));
        Arbitrary<Field> onDisk = Combinators.combine(netty(), netty(), contents)
                .as((name, fileName, bytes) ->
                        new Field(name, Part.file(write(bytes)).named(fileName), fileName, ByteBuffer.wrap(bytes)));
        Arbitrary<Field> published = Combinators.combine(
                        netty(), netty(), contents.list().ofMaxSize(3), Arbitraries.of(true, false))
                .as((name, fileName, chunks, sized) -> {
                    byte[] bytes = concat(chunks);
                    Part part = Part.publisher(
                            fileName, () -> Flux.fromIterable(chunks).map(ByteBuffer::wrap));
                    return new Field(name, sized ? part.length(bytes.length) : part, fileName, ByteBuffer.wrap(bytes));
                });
        return Arbitraries.oneOf(texts, inMemory, onDisk, published).list().ofMaxSize(5);
    }

    /** Netty's decoder drops escaped characters; that it still finds name, file and content is the point. */
    @Property(tries = 100)
    void aBackslashAtTheEndOfANameDoesNotSwallowThePart(@ForAll("netty") String name, @ForAll("netty") String fileName)
            throws IOException {
        Part part = Part.bytes(fileName + "\\", new byte[] {1, 2, 3});

        SentRequest sent = send(Method.POST.path("/v1/x").multipart(Params.NONE.with(name + "\\", part)));

        FileUpload upload = (FileUpload) decode(sent).get(0);
        assertThat(upload.getName()).isEqualTo(seen(name));
        assertThat(upload.getFilename()).isEqualTo(seen(fileName));
        assertThat(upload.get()).containsExactly(1, 2, 3);
    }

    @Property(tries = 200)
    void aMultipartFieldMayHaveAnyName(@ForAll("pairs") List<Tuple2<String, String>> pairs) {
        SentRequest sent =
                send(Method.POST.path("/v3/{domain}/messages", "example.com").multipart(params(pairs)));

        Map<String, List<String>> expected = new LinkedHashMap<>();
        grouped(pairs).forEach((name, values) -> expected.put(seen(name), values));
        assertThat(sent.form()).isEqualTo(expected);
    }

    @Property(tries = 150)
    void aMultipartBodyCarriesEveryFieldAndFileInOrder(@ForAll("fields") List<Field> fields) throws IOException {
        Params params = Params.NONE;
        for (Field field : fields) {
            params = params.and(field.name(), field.value());
        }

        SentRequest sent =
                send(Method.POST.path("/v3/{domain}/messages", "example.com").multipart(params));

        List<InterfaceHttpData> received = decode(sent);
        assertThat(received).hasSameSizeAs(fields);
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            InterfaceHttpData data = received.get(i);
            assertThat(data.getName()).isEqualTo(seen(field.name()));
            if (field.fileName() == null) {
                assertThat(ByteBuffer.wrap(((Attribute) data).get())).isEqualTo(field.content());
            } else {
                FileUpload upload = (FileUpload) data;
                assertThat(upload.getFilename()).isEqualTo(seen(field.fileName()));
                assertThat(upload.getContentType()).isEqualTo("application/octet-stream");
                assertThat(ByteBuffer.wrap(upload.get())).isEqualTo(field.content());
            }
        }
    }

    @Property(tries = 100)
    void theLengthOfABodyIsThatOfItsBytesOrNotKnown(@ForAll("fields") List<Field> fields) {
        Params params = Params.NONE;
        for (Field field : fields) {
            params = params.and(field.name(), field.value());
        }

        TransportBody body = MultipartEncoding.encode(params);

        boolean knownLength = fields.stream()
                .noneMatch(field -> field.value() instanceof Part part
                        && part.content() instanceof Part.Published published
                        && published.length() < 0);
        assertThat(body.length()).isEqualTo(knownLength ? bytes(body) : -1);
    }

    private static long bytes(TransportBody body) {
        return send(Method.POST.path("/v3/x"), body).bytes().length;
    }

    /** A quote ends a quoted string, so it travels percent-encoded, as browsers send it. */
    private static String seen(String name) {
        return name.replace("\"", "%22");
    }

    @AfterTry
    void release() {
        decoders.forEach(HttpPostRequestDecoder::destroy);
        decoders.clear();
    }

    /** What it gives is released after the attempt. */
    private List<InterfaceHttpData> decode(SentRequest sent) {
        DefaultFullHttpRequest request = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1, HttpMethod.POST, sent.target(), Unpooled.wrappedBuffer(sent.bytes()));
        request.headers().set("Content-Type", Objects.requireNonNull(sent.contentType()));
        HttpPostRequestDecoder decoder =
                new HttpPostRequestDecoder(new DefaultHttpDataFactory(false), request, StandardCharsets.UTF_8);
        decoders.add(decoder);
        try {
            return List.copyOf(decoder.getBodyHttpDatas());
        } finally {
            request.release();
        }
    }

    /** Percent-decoding by RFC 3986: a plus is a plus. */
    private static String decodeSegment(String segment) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (c == '%') {
                bytes.write(Integer.parseInt(segment.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Params params(List<Tuple2<String, String>> pairs) {
        Params params = Params.NONE;
        for (Tuple2<String, String> pair : pairs) {
            params = params.and(pair.get1(), pair.get2());
        }
        return params;
    }

    private static Params params(Map<String, Object> object) {
        Params params = Params.NONE;
        for (Map.Entry<String, Object> entry : object.entrySet()) {
            params = params.with(entry.getKey(), entry.getValue());
        }
        return params;
    }

    private static Map<String, List<String>> grouped(List<Tuple2<String, String>> pairs) {
        Map<String, List<String>> grouped = new LinkedHashMap<>();
        pairs.forEach(pair -> grouped.computeIfAbsent(pair.get1(), absent -> new ArrayList<>())
                .add(pair.get2()));
        return grouped;
    }

    private static SentRequest send(Operation operation) {
        FakeTransport transport = FakeTransport.answering(FakeResponse.empty(200));
        transport.client().send(operation.asEmpty()).block();
        return transport.onlySent();
    }

    private static SentRequest send(Operation operation, TransportBody body) {
        FakeTransport transport = FakeTransport.answering(FakeResponse.empty(200));
        transport
                .exchange(
                        new TransportRequest(
                                operation.method(), Region.US, operation.template(), "/", Headers.NONE, body, null),
                        (head, bytes, offset, length) -> "read")
                .block();
        return transport.onlySent();
    }

    private static Path write(byte[] content) {
        try {
            return Files.write(Files.createTempFile(Objects.requireNonNull(directory), "part", ".bin"), content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] concat(List<byte[]> chunks) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        chunks.forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    /** A parameter set of whatever it is given. */
    private static final class Any extends ParamSet<Any> {
        Any(Params params) {
            super(params, Any::new);
        }
    }
}
