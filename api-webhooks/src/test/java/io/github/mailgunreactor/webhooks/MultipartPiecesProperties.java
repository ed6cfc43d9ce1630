package io.github.mailgunreactor.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** A form that comes in pieces is the form that comes whole, wherever it is cut. */
class MultipartPiecesProperties {
    private static final List<String> SNIPPETS = List.of(
            "--cut",
            "--cut--",
            "\r\n",
            "\r\n--cut",
            "\r",
            "\n",
            "-",
            "--",
            "\r\n\r\n",
            "a",
            "Content-Disposition: ",
            "form-data; name=\"x\"",
            "form-data; name=\"f\"; filename=\"g\"",
            " ",
            "\t",
            "cut",
            "\r\n--cu");

    @Property(tries = 1500)
    void aFormIsReadTheSameWhereverItIsCut(
            @ForAll @Size(max = 4) List<@IntRange(max = 400) Integer> sizes, @ForAll long seed) {
        Random random = new Random(seed);
        MultipartForm form = new MultipartForm();
        for (int i = 0; i < sizes.size(); i++) {
            byte[] content = text(random, sizes.get(i) / 8).getBytes(StandardCharsets.UTF_8);
            if (random.nextBoolean()) {
                form.file("f" + i, content);
            } else {
                form.field("n" + i, new String(content, StandardCharsets.UTF_8));
            }
        }
        check(form.ended(), random);
    }

    @Property(tries = 1500)
    void whatIsDamagedIsDamagedWhereverItIsCut(@ForAll @IntRange(max = 30) int snippets, @ForAll long seed) {
        Random random = new Random(seed);
        String start = random.nextBoolean() ? "--cut\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n" : "";
        check((start + text(random, snippets) + "\r\n--cut--").getBytes(StandardCharsets.UTF_8), random);
    }

    private static String text(Random random, int snippets) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < snippets; i++) {
            text.append(SNIPPETS.get(random.nextInt(SNIPPETS.size())));
        }
        return text.toString();
    }

    private static void check(byte[] body, Random random) {
        List<String> whole = whole(body);
        Statistics.collect(whole == null ? "damaged" : whole.size() + " parts");
        assertThat(inPieces(body, random)).isEqualTo(whole);
    }

    private static @Nullable List<String> whole(byte[] body) {
        try {
            FormContent content = FormReader.multipart(body, MultipartForm.TYPE);
            List<String> parts = new ArrayList<>();
            content.fields().forEach((name, values) -> values.forEach(value -> parts.add(name + "=" + value)));
            content.files().forEach(file -> parts.add(file.field() + ":" + text(file.content())));
            parts.sort(null);
            return parts;
        } catch (IllegalArgumentException damaged) {
            return null;
        }
    }

    private static @Nullable List<String> inPieces(byte[] body, Random random) {
        try {
            MultipartPieces pieces = new MultipartPieces(MultipartForm.TYPE, 1 << 20);
            List<MultipartPieces.Token> tokens = new ArrayList<>();
            for (int at = 0; at < body.length; ) {
                int next = Math.min(body.length, at + random.nextInt(random.nextBoolean() ? 3 : 60));
                byte[] piece = Arrays.copyOfRange(body, at, next);
                tokens.addAll(pieces.next(ByteBuffer.wrap(piece)));
                Arrays.fill(piece, (byte) '#');
                at = next;
            }
            tokens.addAll(pieces.end());
            return parts(tokens);
        } catch (IllegalArgumentException damaged) {
            return null;
        }
    }

    private static List<String> parts(List<MultipartPieces.Token> tokens) {
        List<String> parts = new ArrayList<>();
        PartHead head = null;
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (MultipartPieces.Token token : tokens) {
            if (token.head() != null) {
                add(parts, head, content);
                head = token.head();
            } else {
                content.writeBytes(token.content().array());
            }
        }
        add(parts, head, content);
        parts.sort(null);
        return parts;
    }

    private static void add(List<String> parts, @Nullable PartHead head, ByteArrayOutputStream content) {
        if (head != null) {
            parts.add(head.name() + (head.isFile() ? ":" : "=") + text(content.toByteArray()));
        }
        content.reset();
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}
