package io.github.mailgunreactor.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.mailgunreactor.core.transport.TransportBody;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A message may have megabytes of text, and a process many messages under way. */
class MultipartEncodingTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final String MEGABYTE = "x".repeat(1 << 20);
    private static final Part FILE = Part.bytes("a.txt", new byte[1]);

    static List<Params> messages() {
        Params text = Params.NONE.with("html", MEGABYTE);
        Params file = Params.NONE.with("attachment", FILE);
        return List.of(text, text.and(file), file.and(text), file.and(text).and(file));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("messages")
    void holdsTextOnceAndMakesNoOtherCopyOfIt(Params message) {
        MultipartEncoding.encode(message);
        long before = THREADS.getCurrentThreadAllocatedBytes();

        TransportBody body = MultipartEncoding.encode(message);

        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertThat(body.length()).isGreaterThan(MEGABYTE.length());
        assertThat(allocated).isLessThan(body.length() + MEGABYTE.length() / 2);
    }
}
