package io.github.mailgunreactor.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A request as the {@link FaultServer} read it off the wire.
 *
 * @param line the request line
 * @param headers the header lines, as they came
 * @param bodyLength how many bytes the body had, without the framing of chunks
 * @param bodyChecksum their CRC-32
 * @param bodyStart the first bytes of the body, up to 64 KiB
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record ReceivedRequest(String line, List<String> headers, long bodyLength, long bodyChecksum, byte[] bodyStart) {

    public String method() {
        return line.substring(0, line.indexOf(' '));
    }

    /** Path and query, exactly as sent. */
    public String target() {
        return line.substring(line.indexOf(' ') + 1, line.lastIndexOf(' '));
    }

    public String bodyText() {
        return new String(bodyStart, StandardCharsets.UTF_8);
    }

    /** Every value of a header, in order. */
    public List<String> header(String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ":";
        return headers.stream()
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(header -> header.substring(prefix.length()).strip())
                .toList();
    }
}
