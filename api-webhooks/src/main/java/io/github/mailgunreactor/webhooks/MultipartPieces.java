package io.github.mailgunreactor.webhooks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code multipart/form-data} body as it arrives, in pieces that are cut anywhere. It holds back no more than the header of a part, or
 * what may be the beginning of a boundary. Not to be used by two threads at once.
 */
final class MultipartPieces {
    private static final byte[] END_OF_HEADER = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int LINE_BREAK = 2;

    private enum Place {
        PREAMBLE,
        AFTER_BOUNDARY,
        HEADER,
        CONTENT,
        EPILOGUE
    }

    /** The head of a part, or some of the content of the part whose head came last. */
    record Token(@Nullable PartHead head, ByteBuffer content) {
        private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

        /** Stands where the body failed. */
        static final Token BROKEN = new Token(null, NOTHING);

        /** Content has at least one byte. */
        boolean isBroken() {
            return head == null && content.capacity() == 0;
        }
    }

    private final byte[] boundary;
    private final long maxBytes;
    private long received;
    private Place place = Place.PREAMBLE;
    private byte[] held = new byte[8192];
    private int from;
    private int to;
    // Up to here nothing of what is looked for begins.
    private int searched;
    // How many of the bytes held belong to the header before the content.
    private int notContent;

    /**
     * A reader of one body.
     *
     * @throws DamagedForm if the content type names no boundary
     */
    MultipartPieces(String contentType, long maxBytes) {
        this.boundary = FormReader.boundary(contentType);
        this.maxBytes = maxBytes;
        // The first boundary has no line break before it, unless there is a preamble.
        hold(ByteBuffer.wrap(boundary, 0, LINE_BREAK));
    }

    /** Takes a copy of a piece, and gives what is complete by now. */
    List<Token> next(ByteBuffer piece) {
        received += piece.remaining();
        if (received > maxBytes) {
            throw new BodyBytes.BeyondBound();
        }
        List<Token> tokens = new ArrayList<>(4);
        if (place != Place.EPILOGUE) {
            hold(piece);
            while (proceed(tokens)) {
                // On to the next part of it.
            }
        }
        return tokens;
    }

    /**
     * To be called when there are no more pieces.
     *
     * @throws DamagedForm if the form has not ended
     */
    List<Token> end() {
        if (place != Place.EPILOGUE) {
            throw new DamagedForm();
        }
        return List.of();
    }

    private boolean proceed(List<Token> tokens) {
        return switch (place) {
            case PREAMBLE -> preamble();
            case AFTER_BOUNDARY -> afterBoundary();
            case HEADER -> header(tokens);
            case CONTENT -> content(tokens);
            case EPILOGUE -> false;
        };
    }

    private boolean preamble() {
        int found = find(boundary);
        drop(found < 0 ? Math.max(0, to - from - boundary.length + 1) : found - from + boundary.length);
        place = found < 0 ? place : Place.AFTER_BOUNDARY;
        return found >= 0;
    }

    private boolean afterBoundary() {
        int at = from;
        if (to - at >= 2 && held[at] == '-' && held[at + 1] == '-') {
            place = Place.EPILOGUE;
            return false;
        }
        while (at < to && (held[at] == ' ' || held[at] == '\t')) {
            at++;
        }
        if (at - from > FormReader.LONGEST_PART_HEADER) {
            throw new DamagedForm();
        }
        // One hyphen may be the first of two.
        boolean undecided = to - at < 2 && (at == to || held[at] == '\r' || (held[at] == '-' && at == from));
        if (undecided) {
            return false;
        }
        if (held[at] != '\r' || held[at + 1] != '\n') {
            throw new DamagedForm();
        }
        drop(at - from + LINE_BREAK);
        place = Place.HEADER;
        return true;
    }

    private boolean header(List<Token> tokens) {
        int found = find(END_OF_HEADER);
        if ((found < 0 ? to : found) - from > FormReader.LONGEST_PART_HEADER) {
            throw new DamagedForm();
        }
        if (found < 0) {
            return false;
        }
        tokens.add(new Token(PartHead.of(new String(held, from, found - from, StandardCharsets.UTF_8)), Token.NOTHING));
        // The boundary may begin with the line break that ends the header, where the part is empty.
        drop(found - from + END_OF_HEADER.length - LINE_BREAK);
        notContent = LINE_BREAK;
        place = Place.CONTENT;
        return true;
    }

    private boolean content(List<Token> tokens) {
        int found = find(boundary);
        int safe = found < 0 ? Math.max(from, to - boundary.length + 1) : found;
        if (safe > from + notContent) {
            byte[] content = new byte[safe - from - notContent];
            System.arraycopy(held, from + notContent, content, 0, content.length);
            tokens.add(new Token(null, ByteBuffer.wrap(content)));
        }
        notContent = Math.max(0, notContent - (safe - from));
        drop(safe - from + (found < 0 ? 0 : boundary.length));
        place = found < 0 ? place : Place.AFTER_BOUNDARY;
        return found >= 0;
    }

    private void hold(ByteBuffer piece) {
        int count = piece.remaining();
        if (count > held.length - to) {
            int needed = to - from + count;
            byte[] target = needed > held.length ? new byte[Math.max(needed, 2 * held.length)] : held;
            System.arraycopy(held, from, target, 0, to - from);
            held = target;
            searched -= from;
            to -= from;
            from = 0;
        }
        piece.get(held, to, count);
        to += count;
    }

    private void drop(int count) {
        from += count;
        searched = Math.max(searched, from);
    }

    private int find(byte[] wanted) {
        int last = to - wanted.length;
        for (int i = Math.max(from, searched); i <= last; i++) {
            if (held[i] == wanted[0] && FormReader.startsWith(held, i, wanted, 0)) {
                searched = from;
                return i;
            }
        }
        searched = Math.max(from, last + 1);
        return -1;
    }
}
