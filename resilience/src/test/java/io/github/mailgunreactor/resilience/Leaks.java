package io.github.mailgunreactor.resilience;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Buffers that were not released, as Netty's detector reports them. */
final class Leaks extends AppenderBase<ILoggingEvent> {
    private final List<String> found = new CopyOnWriteArrayList<>();

    private Leaks() {}

    /** Watches from now on; the detector must be paranoid, as the build sets it. */
    static Leaks watch() {
        if (ResourceLeakDetector.getLevel() != ResourceLeakDetector.Level.PARANOID) {
            throw new IllegalStateException("run with -Dio.netty.leakDetection.level=paranoid");
        }
        Leaks leaks = new Leaks();
        leaks.start();
        Logger logger = (Logger) LoggerFactory.getLogger(ResourceLeakDetector.class);
        logger.setLevel(Level.ERROR);
        logger.setAdditive(false); // who watches says what was found
        logger.addAppender(leaks);
        return leaks;
    }

    @Override
    protected void append(ILoggingEvent event) {
        found.add(event.getFormattedMessage());
    }

    /** The detector reports a lost buffer when the next is allocated after it was collected. */
    List<String> found() {
        for (int i = 0; i < 5; i++) {
            System.gc();
            PooledByteBufAllocator.DEFAULT.directBuffer(16).release();
        }
        return found;
    }
}
