package io.github.mailgunreactor.netty;

import java.util.List;

/**
 * The class path has versions of Netty, Reactor or Jackson that do not work together. Thrown when a transport is built,
 * before anything is sent, in place of the {@link LinkageError} that some later call would meet. The message names each
 * conflict, and the lines that repair it in Maven, Gradle and Spring Boot.
 */
public final class ClassPathConflictException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final transient List<ClassPathConflict> conflicts;

    ClassPathConflictException(List<ClassPathConflict> conflicts) {
        super(ClassPathRepair.message(conflicts));
        this.conflicts = List.copyOf(conflicts);
    }

    /** What is wrong, at least one. */
    public List<ClassPathConflict> conflicts() {
        return conflicts;
    }
}
