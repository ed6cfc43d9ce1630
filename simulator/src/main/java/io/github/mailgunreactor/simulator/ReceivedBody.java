package io.github.mailgunreactor.simulator;

import java.util.List;

/** The body of a request, read: a form and its files, or bytes that may be JSON. */
final class ReceivedBody {
    static final ReceivedBody NONE = new ReceivedBody(new Parameters(), List.of(), new byte[0]);

    private final Parameters form;
    private final List<UploadedFile> files;
    private final byte[] bytes;

    private ReceivedBody(Parameters form, List<UploadedFile> files, byte[] bytes) {
        this.form = form;
        this.files = List.copyOf(files);
        this.bytes = bytes;
    }

    static ReceivedBody form(Parameters form, List<UploadedFile> files) {
        return new ReceivedBody(form, files, new byte[0]);
    }

    static ReceivedBody bytes(byte[] bytes) {
        return new ReceivedBody(new Parameters(), List.of(), bytes);
    }

    Parameters form() {
        return form;
    }

    List<UploadedFile> files() {
        return files;
    }

    /** The body as it came, where it was not a form. */
    byte[] bytes() {
        return bytes;
    }
}
