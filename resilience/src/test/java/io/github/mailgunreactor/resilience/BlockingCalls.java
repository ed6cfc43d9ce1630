package io.github.mailgunreactor.resilience;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingOperationError;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * Calls that blocked a thread which must not block, as BlockHound refuses them. They are kept here too, since the error
 * of a refused call may end as that of a response which could not be used.
 */
public final class BlockingCalls implements BlockHoundIntegration {
    private static final List<BlockingOperationError> ALL = new CopyOnWriteArrayList<>();

    private final int earlier = ALL.size();

    /** Watches from now on. */
    static BlockingCalls watch() {
        return new BlockingCalls();
    }

    @Override
    public void applyTo(BlockHound.Builder builder) {
        builder.blockingMethodCallback(method -> {
            BlockingOperationError refused = new BlockingOperationError(method);
            ALL.add(refused);
            throw refused;
        });
    }

    /** Where each was made: the whole stack, as the top of it is the same for all. */
    List<String> found() {
        return ALL.subList(earlier, ALL.size()).stream()
                .map(refused -> Stream.of(refused.getStackTrace())
                        .map(StackTraceElement::toString)
                        .collect(joining("\n\t", refused.getMessage() + "\n\t", "\n")))
                .toList();
    }
}
