package io.github.mailgunreactor.core.internal;

/** Says that {@link RecordReader} leaves these bytes to databind. Nobody sees it, so it carries nothing. */
final class Unusual extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unusual() {
        super(null, null, false, false);
    }
}
