package io.github.mailgunreactor.simulator.internal.http;

import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import java.nio.ByteBuffer;

/**
 * Takes the content of uploaded files as it arrives, so that no file has to fit into memory. See
 * {@link Route#consumingFiles}.
 */
@FunctionalInterface
public interface FileSink {

    /**
     * Takes the next piece of a file. Called in order, one file after the other, under the lock of the state.
     *
     * @param field the name of the form field
     * @param fileName the file name that was sent, may be empty
     * @param chunk content, valid during this call only
     * @param last whether the file ends with this chunk, which may be empty
     */
    void receive(String field, String fileName, ByteBuffer chunk, boolean last);

    /** The same, under the lock of a state. */
    default FileSink within(SimulatorState state) {
        return (field, fileName, chunk, last) -> state.locked(() -> receive(field, fileName, chunk, last));
    }
}
