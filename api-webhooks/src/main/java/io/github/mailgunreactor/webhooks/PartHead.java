package io.github.mailgunreactor.webhooks;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the header of a part of a form says. */
record PartHead(
        String name, @Nullable String filename, @Nullable String contentType) {

    /**
     * Reads the lines of a header.
     *
     * @throws DamagedForm if they do not name the part
     */
    static PartHead of(String header) {
        String disposition = null;
        String type = null;
        for (String line : header.split("\r\n", -1)) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            if (name.equals("content-disposition")) {
                disposition = line.substring(colon + 1).strip();
            } else if (name.equals("content-type")) {
                type = line.substring(colon + 1).strip();
            }
        }
        String name = disposition == null ? null : FormReader.parameter(disposition, "name");
        if (disposition == null || name == null) {
            throw new DamagedForm();
        }
        return new PartHead(name, FormReader.parameter(disposition, "filename"), type);
    }

    boolean isFile() {
        return filename != null;
    }

    IncomingFile file() {
        return new IncomingFile(
                name, filename, Objects.requireNonNullElse(contentType, ReceivedFile.DEFAULT_CONTENT_TYPE));
    }
}
