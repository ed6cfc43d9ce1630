package io.github.mailgunreactor.simulator.internal.http;

import java.util.List;

/** The body of a request, read: a form and its files, or bytes that may be JSON. */
public final class ReceivedBody {
    public static final ReceivedBody NONE = new ReceivedBody(new Parameters(), List.of(), new byte[0]);

    private final Parameters form;
    private final List<UploadedFile> files;
    private final byte[] bytes;

    private ReceivedBody(Parameters form, List<UploadedFile> files, byte[] bytes) {
        this.form = form;
        this.files = List.copyOf(files);
        this.bytes = bytes;
    }

    public static ReceivedBody form(Parameters form, List<UploadedFile> files) {
        return new ReceivedBody(form, files, new byte[0]);
    }

    public static ReceivedBody bytes(byte[] bytes) {
        return new ReceivedBody(new Parameters(), List.of(), bytes);
    }

    public Parameters form() {
        return form;
    }

    public List<UploadedFile> files() {
        return files;
    }

    /** The body as it came, where it was not a form. */
    public byte[] bytes() {
        return bytes;
    }
}
