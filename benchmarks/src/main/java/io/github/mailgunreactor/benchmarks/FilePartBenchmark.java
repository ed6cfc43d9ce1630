package io.github.mailgunreactor.benchmarks;

import io.github.mailgunreactor.core.CoreInternals;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.core.Part;
import io.github.mailgunreactor.core.transport.TransportBody;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** A multipart body of three fields and a file in memory or on disk, encoded and read to its end. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
public class FilePartBenchmark {
    private static final int PIECE = 64 * 1024;

    @Param({"10240", "1048576", "104857600"})
    public int size = 10_240;

    @Param({"memory", "disk"})
    public String source = "memory";

    private final ByteBuffer piece = ByteBuffer.allocateDirect(PIECE);
    private Params params = Params.NONE;
    private Map<String, String> texts = Map.of();
    private byte @Nullable [] bytes;
    private @Nullable Path file;
    private @Nullable Resource resource;

    @Setup
    public void prepare() throws IOException {
        byte[] content = new byte[size];
        new Random(1).nextBytes(content);
        params = Fields.asParams(3);
        texts = Fields.asMap(3);
        if (source.equals("memory")) {
            bytes = content;
            params = params.with("attachment", Part.bytes("big.bin", content));
            resource = new Named(content);
        } else {
            Path written = Files.write(Files.createTempFile("part", ".bin"), content);
            file = written;
            params = params.with("attachment", Part.file(written));
            resource = new FileSystemResource(written);
        }
    }

    @TearDown
    public void delete() throws IOException {
        if (file != null) {
            Files.delete(file);
        }
    }

    @Benchmark
    public long multipart() throws IOException {
        long length = 0;
        for (TransportBody.Segment segment : CoreInternals.multipart(params).segments()) {
            if (segment instanceof TransportBody.FileContent content) {
                try (FileChannel channel = FileChannel.open(content.file())) {
                    for (int read = channel.read(piece.clear()); read >= 0; read = channel.read(piece.clear())) {
                        length += read;
                    }
                }
            } else {
                length += segment.length();
            }
        }
        return length;
    }

    @Benchmark
    public long multipartWithNetty() {
        return NettyEncoder.encode(texts, true, bytes, file == null ? null : file.toFile());
    }

    @Benchmark
    public long multipartWithSpring() {
        return SpringWriter.encode(texts, resource);
    }

    private static final class Named extends ByteArrayResource {
        Named(byte[] content) {
            super(content);
        }

        @Override
        public String getFilename() {
            return "big.bin";
        }
    }
}
