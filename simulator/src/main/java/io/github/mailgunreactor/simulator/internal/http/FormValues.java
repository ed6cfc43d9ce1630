package io.github.mailgunreactor.simulator.internal.http;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a form, and refuses with status 400 what a field cannot be. */
public final class FormValues {
    private static final Pattern ATOM = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+");

    private final Parameters form;

    public FormValues(Parameters form) {
        this.form = form;
    }

    /** These fields and no others. */
    public FormValues only(String... names) {
        Parameters some = new Parameters();
        for (String name : names) {
            form.all(name).forEach(value -> some.add(name, value));
        }
        return new FormValues(some);
    }

    /** The value of a field that must be there. */
    public String required(String name) {
        String value = form.first(name);
        if (value == null || value.isBlank()) {
            throw new Refusal(400, "Parameter '" + name + "' is missing");
        }
        return value;
    }

    public String text(String name, String otherwise) {
        String value = form.first(name);
        return value == null ? otherwise : value;
    }

    public @Nullable String textOrNull(String name, @Nullable String otherwise) {
        String value = form.first(name);
        return value == null ? otherwise : value;
    }

    public boolean flag(String name, boolean otherwise) {
        String value = form.first(name);
        if (value == null) {
            return otherwise;
        }
        return switch (value) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> throw Refusal.invalid(name);
        };
    }

    public String oneOf(String name, List<String> allowed, String otherwise) {
        String value = text(name, otherwise);
        if (!allowed.contains(value)) {
            throw Refusal.invalid(name);
        }
        return value;
    }

    /** A text without dots and spaces, as selectors and prefixes are. */
    public String atom(String name, String otherwise) {
        String value = text(name, otherwise);
        if (!ATOM.matcher(value).matches()) {
            throw Refusal.invalid(name);
        }
        return value;
    }

    public long number(String name, long otherwise) {
        return PageLimit.number(name, form.first(name), otherwise, 0);
    }
}
