package io.github.mailgunreactor.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Hooks;

/** Where a failure goes that must not cost a call its signal. */
class DroppedFailureTest {
    private final List<Throwable> dropped = new ArrayList<>();

    @BeforeEach
    void listen() {
        Hooks.onErrorDropped(dropped::add);
    }

    @AfterEach
    void stop() {
        Hooks.resetOnErrorDropped();
    }

    @Test
    void whatForeignCodeThrowsIsDroppedAsReactorDropsErrors() {
        LinkageError failure = new LinkageError("of a logger");

        ForeignCode.run(() -> {
            throw failure;
        });

        assertThat(dropped).containsExactly(failure);
    }

    @Test
    void codeThatDoesNotFailDropsNothing() {
        ForeignCode.run(() -> {});

        assertThat(dropped).isEmpty();
    }
}
