package io.github.mailgunreactor.core;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;

/** A parameter set of the shape that the API modules have. */
final class SampleParams extends ParamSet<SampleParams> {
    private SampleParams(Params params) {
        super(params, SampleParams::new);
    }

    static SampleParams named(String name) {
        return new SampleParams(Params.NONE.with("name", Arguments.requireText("name", name)));
    }

    SampleParams password(Secret password) {
        return with("password", password);
    }

    SampleParams color(Sample.Color color) {
        return with("color", color);
    }

    SampleParams file(Part file) {
        return with("file", file);
    }

    SampleParams nested(SampleParams nested) {
        return with("nested", nested);
    }

    SampleParams all(Collection<?> values) {
        return with("all", values);
    }

    SampleParams tag(String tag) {
        return and("o:tag", tag);
    }

    SampleParams active(boolean active) {
        return with("active", active);
    }

    SampleParams count(long count) {
        return with("count", count);
    }

    SampleParams rate(BigDecimal rate) {
        return with("rate", rate);
    }

    SampleParams since(Instant since) {
        return with("since", since);
    }

    SampleParams nameless() {
        return withNull("name");
    }
}
