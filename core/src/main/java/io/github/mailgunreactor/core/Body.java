package io.github.mailgunreactor.core;

import java.util.List;

/** The body of an {@link Operation} before it is encoded. */
sealed interface Body {
    /** No body. */
    Body NONE = new None();

    record None() implements Body {}

    record Form(Params params) implements Body {}

    record Multipart(Params params) implements Body {}

    record Json(Params params) implements Body {}

    record JsonArray(List<Params> elements) implements Body {}
}
